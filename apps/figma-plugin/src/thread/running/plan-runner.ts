import type { AppliedPlan, Changed, PlanMessage, UndonePlan } from "@drawbridge/figma/bridge";
import type { PageNode, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Stage } from "../applying/stage.ts";
import { invert } from "../journal/invert.ts";
import { Journal } from "../journal/journal.ts";
import { Problem, wordsOf } from "../problem.ts";
import { answerOf, applyPlan } from "./apply-plan.ts";
import { type Asking, removalsOf } from "./ask-person.ts";
import { assertMatches } from "./assert-matches.ts";
import { besideLayers } from "./beside-layers.ts";
import { changesBack } from "./changes-back.ts";
import { checkRules } from "./check-rules.ts";
import { type DonePlan, DonePlans } from "./done-plans.ts";
import { dryRun } from "./dry-run.ts";
import type { Kept } from "./kept.ts";
import { operationsOf } from "./operations-of.ts";
import { assertUnlocked, prepare } from "./prepare.ts";

/** In milliseconds: how long Figma may take to tell what a plan changed. */
const patience = 500;

/** As many changes as the answer to an undo tells. */
const mostTold = 5_000;

/** Applies plans one after the other, and takes them back. */
export class PlanRunner {
  private readonly figma: PluginAPI;
  private readonly kept: Kept;
  private readonly asking: Asking;
  private readonly done = new DonePlans();
  private readonly wanted = new Set<string>();
  private readonly dropped = new Set<string>();
  private queue: Promise<unknown> = Promise.resolve();
  /** Whether the changes that Figma tells next are those of a plan. */
  private busy = false;
  private ending = false;
  /** The nodes of the plan that has ended. */
  private touched: ReadonlySet<string> = new Set();
  private turn = 0;

  constructor(figma: PluginAPI, kept: Kept, asking: Asking) {
    this.figma = figma;
    this.kept = kept;
    this.asking = asking;
  }

  cancel(key: string): void {
    if (!this.wanted.has(key)) return;
    this.dropped.add(key);
    this.asking.cancel(key);
  }

  apply(key: string, plan: PlanMessage, progress: (done: number) => void): Promise<AppliedPlan> {
    return this.alone(key, () => this.applyNow(key, plan, progress));
  }

  /** @param andLater whether all plans that came after it are taken back too, as one step */
  undo(key: string, edit: string | undefined, andLater: boolean): Promise<UndonePlan> {
    return this.alone(key, () => this.undoNow(edit, andLater));
  }

  /** One at a time: two plans at once would be one step for undo, and each in the other's way. */
  private async alone<R>(key: string, run: () => Promise<R>): Promise<R> {
    this.wanted.add(key);
    const turn = this.queue.then(run);
    this.queue = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.wanted.delete(key);
      this.dropped.delete(key);
    }
  }

  private async applyNow(key: string, plan: PlanMessage, progress: (done: number) => void): Promise<AppliedPlan> {
    const started = Date.now();
    const operations = operationsOf(plan);
    const page = await this.page(plan.page);
    const allowFontFallback = plan.allowFontFallback === true;
    const journal = new Journal(this.figma.root, key);
    const stage = new Stage({ host: this.figma, journal, page, allowFontFallback });
    await assertMatches(this.figma, plan);
    await prepare(stage, operations);
    assertUnlocked(stage, operations);
    checkRules(stage, operations);
    if (plan.dryRun) return dryRun(stage, operations, allowFontFallback);
    const removals = removalsOf(stage, operations);
    if (removals.length > 0 && (await this.kept.settings()).askBeforeRemoving) await this.asking.ask(key, removals);
    this.begin();
    try {
      await applyPlan(stage, operations, {
        cancelled: () => this.dropped.has(key),
        progress,
        breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
      });
      this.figma.commitUndo();
    } catch (error) {
      // What it did and took back is no step of its own, and would be what Figma's own undo takes back.
      this.done.outdate();
      throw error;
    } finally {
      this.settleSoon(stage.log.ids);
    }
    this.done.add({
      key,
      steps: journal.steps,
      changes: stage.log.changes(),
      final: stage.finishers.length > 0,
      stale: false,
      beside: await besideLayers(this.figma),
      overtaken: new Set(),
    });
    const answer = await answerOf(stage, started).catch((error: unknown): never => {
      throw new Problem("internal", `The plan is applied, but what came of it cannot be told: ${wordsOf(error)}`, {
        mend: "Read the file before going on; figma_undo takes the plan back.",
      });
    });
    // Where it cannot be kept, only a connector that asks again later misses it.
    await this.kept.keepResult(key, answer).catch(() => undefined);
    return answer;
  }

  private begin(): void {
    this.turn++;
    this.busy = true;
    this.ending = false;
  }

  /** What Figma tells next of its nodes is still of the plan itself; if it tells nothing for a while, there was nothing to tell. */
  private settleSoon(touched: Iterable<string>): void {
    this.ending = true;
    this.touched = new Set(touched);
    const turn = ++this.turn;
    setTimeout(() => {
      if (turn === this.turn) this.end();
    }, patience);
  }

  private end(): void {
    this.busy = false;
    this.ending = false;
  }

  /** Takes in what Figma tells has changed. Returns who did it. */
  heard(nodes: Changed["nodes"]): Changed["origin"] {
    if (this.busy && !(this.ending && nodes.every(({ id }) => !this.touched.has(id)))) {
      if (this.ending) this.end();
      return "plan";
    }
    this.done.overtakenBy(nodes);
    return "person";
  }

  private async undoNow(edit: string | undefined, andLater: boolean): Promise<UndonePlan> {
    const plans = this.done.from(edit, andLater);
    const [plan] = plans;
    this.begin();
    try {
      // Figma's own undo takes back the last step, which is the plan's where nothing came after it.
      const isStep = this.done.isLast(plan) && !plan.stale && plan.beside === (await besideLayers(this.figma));
      if (isStep) this.figma.triggerUndo();
      else await this.takeBack(plans);
    } finally {
      this.settleSoon(plans.flatMap(({ changes }) => changes.map(({ node }) => node)));
    }
    this.done.drop(plans);
    const changes = changesBack(plans);
    return {
      edit: plan.key,
      ...(plans.length > 1 && { later: plans.length - 1 }),
      changes: changes.slice(0, mostTold),
      ...(changes.length > mostTold && { moreChanges: changes.length - mostTold }),
      left: this.done.length,
    };
  }

  /** Goes the plans' own way back, as one new step for undo: what came after them stays. */
  private async takeBack(plans: readonly DonePlan[]): Promise<void> {
    this.done.assertFree(plans);
    const problems: string[] = [];
    for (const { steps } of [...plans].reverse()) problems.push(...(await invert(this.figma, steps)));
    this.figma.commitUndo();
    if (problems.length > 0) {
      throw new Problem("conflict", `Not all of it could be taken back: ${problems.slice(0, 5).join("; ")}`, {
        rolledBack: false,
      });
    }
    this.done.outdate();
  }

  private async page(id: string | undefined): Promise<PageNode> {
    if (id === undefined) return this.figma.currentPage;
    const page = await this.figma.getNodeByIdAsync(id);
    if (page?.type === "PAGE") return page;
    throw new Problem("not_found", `There is no page ${id} in this file`, { mend: "figma_canvas lists the pages." });
  }
}
