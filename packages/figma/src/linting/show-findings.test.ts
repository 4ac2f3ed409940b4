import { Page } from "@drawbridge/core";
import { describe, expect, test } from "vitest";
import { realDesign } from "../../test/real-design.ts";
import { type SmallNode, smallDesign, solid } from "../../test/small-design.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { showFindings } from "./show-findings.ts";

const faint = (at: number): SmallNode => ({
  id: `1:${at}`,
  type: "TEXT",
  name: `Text ${at}`,
  characters: "words",
  fills: [solid("#cccccc")],
  absoluteBoundingBox: { x: 0, y: at * 30, width: 100, height: 20 },
});
const design = smallDesign(Array.from({ length: 60 }, (_, at) => faint(at)));

function context(document: FigmaDocument, bytes: number, place?: unknown) {
  return {
    client: { document: async () => document },
    page: new Page(place, bytes),
    signal: new AbortController().signal,
  };
}

describe("findings", () => {
  test("name node, path, what and mend, and are counted by rule", async () => {
    const { counts, findings, notes } = await showFindings({ file: "key" }, context(design, 100_000));
    expect(counts).toEqual({ contrast: 60 });
    expect(findings[0]).toEqual({
      rule: "contrast",
      severity: "error",
      node: "1:0",
      type: "TEXT",
      path: "Page / Text 0",
      what: 'contrast 1.6:1 of "words" (16px, weight 400), #cccccc on #ffffff, needs 4.5:1',
      mend: "Make the text #767676.",
    });
    expect(notes).toEqual([expect.stringMatching(/hard-coded-value was not checked/)]);
  });

  test("come by pages, each once, with the counts on the first", async () => {
    const nodes: string[] = [];
    let place: unknown;
    let pages = 0;
    do {
      const call = context(design, 4000, place);
      const answer = await showFindings({ file: "key" }, call);
      expect(answer.counts).toEqual(pages === 0 ? { contrast: 60 } : undefined);
      nodes.push(...answer.findings.map(({ node }) => node));
      place = call.page.next;
      pages += 1;
    } while (place !== undefined);
    expect(pages).toBeGreaterThan(3);
    expect(nodes).toEqual(Array.from({ length: 60 }, (_, at) => `1:${at}`));
  });

  test("are only those of the nodes and rules that were asked for", async () => {
    const { findings } = await showFindings({ file: "key", nodes: ["1:7"] }, context(design, 100_000));
    expect(findings.map(({ node }) => node)).toEqual(["1:7"]);
    const none = await showFindings({ file: "key", rules: ["overlap"] }, context(design, 100_000));
    expect(none).toMatchObject({ findings: [], counts: {} });
    const named = "https://www.figma.com/design/0123456789abcdefghij/Small?node-id=1-9";
    expect((await showFindings({ file: named }, context(design, 100_000))).findings).toHaveLength(1);
  });

  test("of a node that is not there are refused with where ids come from", async () => {
    await expect(showFindings({ file: "key", nodes: ["99:1"] }, context(design, 10_000))).rejects.toThrow(
      /has no node 99:1/,
    );
  });

  test("that a component's copies have in common are told once", async () => {
    const copy = (id: string, y: number): SmallNode => ({
      id,
      type: "INSTANCE",
      absoluteBoundingBox: { x: 0, y, width: 100, height: 20 },
      children: [{ ...faint(0), id: `I${id};5:5`, absoluteBoundingBox: { x: 0, y, width: 100, height: 20 } }] as never,
    });
    const copies = smallDesign([copy("3:1", 0), copy("3:2", 100), copy("3:3", 200)]);
    expect((await showFindings({ file: "key" }, context(copies, 100_000))).counts).toEqual({ contrast: 1 });
  });

  test("stop when the call is cancelled", async () => {
    const controller = new AbortController();
    controller.abort();
    const many = smallDesign(Array.from({ length: 600 }, (_, at) => faint(at)));
    const call = { ...context(many, 10_000), signal: controller.signal };
    await expect(showFindings({ file: "key" }, call)).rejects.toThrow(/abort/i);
  });
});

const template = realDesign("template");

test.skipIf(template === undefined)(
  "a real design has the faint texts that it is known for (needs ../shared)",
  async () => {
    if (template === undefined) return;
    const { findings, counts } = await showFindings({ file: "key", rules: ["contrast"] }, context(template, 1_000_000));
    expect(counts?.contrast).toBe(findings.length);
    // The lightest of the design's grays on its white, and its white on the lightest of its blues.
    expect(findings.map(({ what }) => what)).toContain(
      'contrast 3.84:1 of "Placeholder" (16px, weight 400), #828282 on #ffffff, needs 4.5:1',
    );
    expect(findings.every(({ mend }) => /#[0-9a-f]{6}/.test(mend))).toBe(true);
  },
);
