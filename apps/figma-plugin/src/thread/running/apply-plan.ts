import type { AppliedPlan, Failure } from "@drawbridge/figma/bridge";
import type { Operation } from "@drawbridge/figma/operations";
import { subtreeHash } from "@drawbridge/figma/plan";
import type { BaseNode, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { applyOperation } from "../applying/apply-operation.ts";
import type { Stage } from "../applying/stage.ts";
import { invert } from "../journal/invert.ts";
import { Problem } from "../problem.ts";
import { explainError } from "./explain-error.ts";
import { topOf } from "./prepare.ts";

/** In milliseconds: how long Figma is held up at a time. */
const chunkTime = 24;
/** As many changes as an answer tells. */
const mostChanges = 5_000;

/** Who waits for a plan. */
export interface Watch {
  /** Whether the plan is no longer wanted. */
  cancelled(): boolean;
  progress(done: number): void;
  /** Gives way, so that Figma can draw and the person work. */
  breathe(): Promise<void>;
}

/** Does a plan's operations one after the other. Where one fails, nothing of the plan is left. @throws Problem that says where it stopped */
export async function applyPlan(stage: Stage, operations: readonly Operation[], watch: Watch): Promise<void> {
  let index = 0;
  let finished = 0;
  try {
    let since = Date.now();
    for (const operation of operations) {
      if (watch.cancelled()) throw new Problem("cancelled", "The plan was cancelled");
      const waiting = applyOperation(stage, operation);
      if (waiting) await waiting;
      index++;
      // After the last one the end follows at once: what Figma tells then is known to be the plan's.
      if (Date.now() - since < chunkTime || index === operations.length) continue;
      stage.journal.keep();
      watch.progress(index);
      await watch.breathe();
      since = Date.now();
    }
    stage.journal.assertThere();
    for (const finish of stage.finishers) {
      finish();
      finished++;
    }
  } catch (error) {
    const failure = explainError(error);
    const problems = await invert(stage.host, stage.journal.steps);
    if (finished > 0) problems.push("what was removed for good before that");
    stage.journal.clear();
    throw failed(failure, index < operations.length ? index : undefined, problems);
  }
  stage.journal.clear();
}

/** @param index undefined where all operations were done, and what goes at the very end did not */
function failed({ code, message, ...more }: Failure, index: number | undefined, problems: readonly string[]): Problem {
  const left = problems.length === 0 ? "" : ` What could not be undone: ${problems.slice(0, 5).join("; ")}`;
  return new Problem(code, `${message}${left}`.slice(0, 4_000), {
    ...more,
    ...(code !== "cancelled" && index !== undefined && { operation: index }),
    rolledBack: problems.length === 0,
  });
}

/** What a plan that is done is answered with. */
export async function answerOf(stage: Stage, started: number): Promise<AppliedPlan> {
  const changes = stage.log.changes();
  const roots = await rootsOf(stage);
  const hashes: Record<string, string> = {};
  for (const root of roots) hashes[root.id] = await hashOf(root);
  const { fallbacks } = stage.fonts;
  return {
    ids: stage.ids,
    changes: changes.slice(0, mostChanges),
    ...(changes.length > mostChanges && { moreChanges: changes.length - mostChanges }),
    roots: roots.map(({ id }) => id),
    hashes,
    ...(fallbacks.length > 0 && { fallbacks: fallbacks.slice(0, 100) }),
    ...(stage.warnings.length > 0 && { warnings: stage.warnings.slice(0, 100) }),
    took: Date.now() - started,
  };
}

/** The hash that a plan's `if_match` names, of a subtree as it is now. */
export async function hashOf(node: { exportAsync: SceneNode["exportAsync"] }): Promise<string> {
  const { document } = (await node.exportAsync({ format: "JSON_REST_V1" })) as { document: object };
  return subtreeHash(document as Parameters<typeof subtreeHash>[0]);
}

/** The topmost nodes that were touched and are still there. */
async function rootsOf(stage: Stage): Promise<SceneNode[]> {
  const touched = new Map<string, SceneNode>();
  for (const id of stage.log.ids) {
    const node = await stage.host.getNodeByIdAsync(id);
    if (node && !node.removed && node.type !== "PAGE" && node.type !== "DOCUMENT") touched.set(id, node);
  }
  const roots = new Set<SceneNode>();
  for (const node of touched.values()) {
    let root = node;
    for (let one: BaseNode | null = node.parent; one; one = one.parent) root = touched.get(one.id) ?? root;
    roots.add(root);
  }
  const all = [...roots];
  // Rather than hundreds, what holds them all.
  return all.length <= 100 ? all : [...new Set(all.map(topOf))].slice(0, 100);
}
