import type { AppliedPlan, Change, Changed, PlanMessage, UndonePlan } from "@drawbridge/figma/bridge";
import type { PageNode, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Stage } from "../applying/stage.ts";
import { invert } from "../journal/invert.ts";
import { Journal } from "../journal/journal.ts";
import type { Step } from "../journal/step.ts";
import { Problem, wordsOf } from "../problem.ts";
import { answerOf, applyPlan } from "./apply-plan.ts";
import { type Asking, removalsOf } from "./ask-person.ts";
import { assertMatches } from "./assert-matches.ts";
import { besideLayers } from "./beside-layers.ts";
import { checkRules } from "./check-rules.ts";
import { dryRun } from "./dry-run.ts";
import type { Kept } from "./kept.ts";
import { operationsOf } from "./operations-of.ts";
import { assertUnlocked, prepare } from "./prepare.ts";

/** A plan that was applied and can be taken back. */
interface Done {
  readonly key: string;
  readonly steps: readonly Step[];
  readonly changes: readonly Change[];
  /** Whether something was removed for good, so that only Figma's own undo brings it back. */
  readonly final: boolean;
  /** Whether something else was done in the file since: Figma's own undo would then take back that. */
  stale: boolean;
  /** What the file held beside its layers, of which Figma tells no changes. */
  readonly beside: string;
  /** The layer of the plan on which a person has worked since, so that taking it back would take their work too. */
  overtaken?: string;
}

/** In milliseconds: how long Figma may take to tell what a plan changed. */
const patience = 500;

/** As many plans as can be taken back. */
const mostDone = 20;

/** Applies plans one after the other, and takes them back. */
export class PlanRunner {
  private readonly figma: PluginAPI;
  private readonly kept: Kept;
  private readonly asking: Asking;
  private readonly done: Done[] = [];
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

  undo(key: string, edit: string | undefined): Promise<UndonePlan> {
    return this.alone(key, () => this.undoNow(edit));
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
      for (const plan of this.done) plan.stale = true;
      throw error;
    } finally {
      this.settleSoon(stage.log.ids);
    }
    this.remember({
      key,
      steps: journal.steps,
      changes: stage.log.changes(),
      final: stage.finishers.length > 0,
      stale: false,
      beside: await besideLayers(this.figma),
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
    for (const plan of this.done) {
      plan.stale = true;
      const layer = overtaken(plan.changes, nodes);
      if (layer !== undefined) plan.overtaken = layer;
    }
    return "person";
  }

  private remember(plan: Done): void {
    this.done.push(plan);
    if (this.done.length > mostDone) this.done.shift();
  }

  private async undoNow(edit: string | undefined): Promise<UndonePlan> {
    const plan = edit === undefined ? this.done.at(-1) : this.done.find(({ key }) => key === edit);
    if (!plan) {
      throw new Problem(
        "not_found",
        edit === undefined ? "There is no plan to take back" : `No plan ${edit} can be taken back`,
        {
          mend: "Only plans that this window of the plugin applied can be; the person has Figma's own undo and version history.",
        },
      );
    }
    this.begin();
    try {
      // Figma's own undo takes back the last step, which is the plan's where nothing came after it.
      const last = plan === this.done.at(-1) && !plan.stale && plan.beside === (await besideLayers(this.figma));
      if (last) this.figma.triggerUndo();
      else await this.takeBack(plan);
    } finally {
      this.settleSoon(plan.changes.map(({ node }) => node));
    }
    this.done.splice(this.done.indexOf(plan), 1);
    return { edit: plan.key, changes: plan.changes.map(reversed), left: this.done.length };
  }

  /** Goes the plan's own way back, as one new step for undo: what came after it stays. */
  private async takeBack(plan: Done): Promise<void> {
    if (plan.final) {
      throw new Problem("conflict", "The plan removed something, and the file was changed since", {
        mend: "The person can go back with Figma's own undo or version history.",
      });
    }
    if (plan.overtaken !== undefined) {
      throw new Problem("conflict", `A person has worked on ${plan.overtaken} since, which the plan had changed`, {
        mend: "Taking the plan back would take their work too. Change back what is wanted with a new plan.",
      });
    }
    const later = this.done.slice(this.done.indexOf(plan) + 1).find((other) => meet(plan, other));
    if (later) {
      throw new Problem("conflict", `The edit ${later.key} came later and changed the same layers`, {
        mend: `Take that back first: figma_undo with edit ${later.key}.`,
      });
    }
    const problems = await invert(this.figma, plan.steps);
    this.figma.commitUndo();
    if (problems.length > 0) {
      throw new Problem("conflict", `Not all of it could be taken back: ${problems.slice(0, 5).join("; ")}`, {
        rolledBack: false,
      });
    }
    for (const other of this.done) other.stale = true;
  }

  private async page(id: string | undefined): Promise<PageNode> {
    if (id === undefined) return this.figma.currentPage;
    const page = await this.figma.getNodeByIdAsync(id);
    if (page?.type === "PAGE") return page;
    throw new Problem("not_found", `There is no page ${id} in this file`, { mend: "figma_canvas lists the pages." });
  }
}

/** Whether two plans touched the same thing. */
function meet(one: Done, other: Done): boolean {
  const touched = new Set(one.changes.map(({ node }) => node));
  return other.changes.some(({ node }) => touched.has(node));
}

/** A layer that a plan changed and that a person changed after it, or one that it made and that a person has put something into. */
function overtaken(changes: readonly Change[], nodes: Changed["nodes"]): string | undefined {
  const kinds = new Map(changes.map(({ node, kind }) => [node, kind]));
  for (const { id, kind, within } of nodes) {
    if (kinds.get(id) === "changed") return id;
    if (kind === "created" && !kinds.has(id)) {
      const holder = within?.find((parent) => kinds.get(parent) === "created");
      if (holder !== undefined) return holder;
    }
  }
  return undefined;
}

function reversed({ kind, properties, ...change }: Change): Change {
  const kinds = { created: "removed", removed: "created", changed: "changed" } as const;
  const turned =
    properties && Object.entries(properties).map(([key, { before, after }]) => [key, { before: after, after: before }]);
  return { ...change, kind: kinds[kind], ...(turned && { properties: Object.fromEntries(turned) }) };
}
