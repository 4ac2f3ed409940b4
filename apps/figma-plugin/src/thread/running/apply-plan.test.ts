import type { Operation } from "@drawbridge/figma/operations";
import { type openFile, openSession } from "@drawbridge/sandbox/figma-plugin";
import type { FrameNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Stage } from "../applying/stage.ts";
import type { Host } from "../host.ts";
import { Journal } from "../journal/journal.ts";
import type { Problem } from "../problem.ts";
import { furnished, operationsFor, plans } from "../testing/random-plans.ts";
import { applyPlan } from "./apply-plan.ts";
import { checkRules } from "./check-rules.ts";
import { prepare } from "./prepare.ts";

const idle = { cancelled: () => false, progress() {}, breathe: async () => {} };

async function state(file: ReturnType<typeof openFile>) {
  const figma = openSession(file, "person").api;
  const tree = await (figma.currentPage as unknown as FrameNode).exportAsync({ format: "JSON_REST_V1" });
  const variables = (await figma.variables.getLocalVariablesAsync()).map(({ name, valuesByMode, scopes }) => ({
    name,
    valuesByMode,
    scopes,
  }));
  const collections = (await figma.variables.getLocalVariableCollectionsAsync()).map(({ name, modes }) => ({
    name,
    modes,
  }));
  const styles = (await figma.getLocalPaintStylesAsync()).map(({ name, paints }) => ({ name, paints }));
  return rounded({ tree, variables, collections, styles, data: figma.root.getPluginDataKeys() });
}

/** Numbers as far as anybody could see them: sizes that are restored go through sums. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one) => (typeof one === "number" ? Math.round(one * 1e4) / 1e4 || 0 : one)),
  );
}

async function staged(file: ReturnType<typeof openFile>, operations: readonly Operation[]) {
  const { api } = openSession(file, "plugin");
  const host = api as unknown as Host;
  const stage = new Stage({
    host,
    journal: new Journal(host.root, "plan"),
    page: host.currentPage,
    allowFontFallback: true,
  });
  await prepare(stage, operations);
  return { stage, apply: () => applyPlan(stage, operations, idle) };
}

/** Rules of plans, not of Figma. */
const ours = new Set(["a reference is made once", "what was removed is named no more"]);

const runs = { numRuns: Number(process.env.PLANS ?? 40) };

describe("a plan that is applied as one", { timeout: 60_000 }, () => {
  it("leaves nothing of itself where its last operation fails", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { file, ids } = await furnished();
        const before = await state(file);
        const operations = operationsFor([...plan, { op: "set", node: "$nobody", props: {} }], ids);
        const { apply } = await staged(file, operations);
        const failure = await apply().then(
          () => undefined,
          (error) => error.failure,
        );
        expect(failure).toMatchObject({ rolledBack: true });
        expect(await state(file)).toEqual(before);
      }),
      runs,
    );
  });

  it("puts a group back that was resized with a layer in it that the plan had made", async () => {
    const { file, ids } = await furnished();
    const before = await state(file);
    const plan = [
      { op: "clone", node: "right" },
      {
        op: "set",
        node: "pair",
        props: { x: 7, y: 9, width: 55, height: 44, rotation: 15, bind: { itemSpacing: "nothing" } },
      },
    ];
    const { apply } = await staged(file, operationsFor(plan, ids));
    await expect(apply()).rejects.toMatchObject({ failure: { operation: 1, rolledBack: true } });
    expect(await state(file)).toEqual(before);
  });

  it("leaves what is inside an instance to the instance", async () => {
    const { file, ids } = await furnished();
    const before = await state(file);
    const look = { x: 7, width: 55, height: 44, layout: { mode: "HORIZONTAL", padding: [1, 2, 3, 4] } };
    const plan = [
      { op: "create", type: "RECTANGLE", parent: "component" },
      { op: "set", node: "instance", props: { ...look, bind: { itemSpacing: "nothing" } } },
    ];
    const { apply } = await staged(file, operationsFor(plan, ids));
    await expect(apply()).rejects.toMatchObject({ failure: { operation: 1, rolledBack: true } });
    expect(await state(file)).toEqual(before);
  });

  it("is refused beforehand only where Figma would refuse it", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { file, ids } = await furnished();
        const { stage, apply } = await staged(file, operationsFor(plan, ids));
        const refusal = attempt(() => checkRules(stage, operationsFor(plan, ids)));
        const failed = await apply().then(
          () => false,
          () => true,
        );
        if (!failed && !ours.has(refusal ?? "")) expect(refusal).toBeUndefined();
      }),
      runs,
    );
  });

  it("is undone by Figma as one step", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { file, ids } = await furnished();
        const before = await state(file);
        const { apply } = await staged(file, operationsFor(plan, ids));
        await apply().catch(() => undefined);
        file.commitUndo();
        const steps = file.history.length;
        if (steps === 2) file.triggerUndo();
        expect(steps).toBeLessThanOrEqual(2);
        expect(await state(file)).toEqual(before);
      }),
      runs,
    );
  });
});

/** The rule for which something was refused. */
function attempt(run: () => void): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return (error as Problem).failure.rule;
  }
}
