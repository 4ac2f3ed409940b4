import type { Change, Changed } from "@drawbridge/figma/bridge";
import type { Step } from "../journal/step.ts";
import { Problem } from "../problem.ts";

/** A plan that was applied and can be taken back. */
export interface DonePlan {
  readonly key: string;
  readonly steps: readonly Step[];
  readonly changes: readonly Change[];
  /** Whether something was removed for good, so that only Figma's own undo brings it back. */
  readonly final: boolean;
  /** Whether something else was done in the file since: Figma's own undo would then take back that. */
  stale: boolean;
  /** What the file held beside its layers, of which Figma tells no changes. */
  readonly beside: string;
  /** Layers of the plan on which a person has worked since, so that taking it back would take their work too. */
  readonly overtaken: Set<string>;
}

/** As many as can be taken back. */
const most = 20;

/** The plans that were applied last, in their order. */
export class DonePlans {
  private readonly plans: DonePlan[] = [];

  get length(): number {
    return this.plans.length;
  }

  add(plan: DonePlan): void {
    this.plans.push(plan);
    if (this.plans.length > most) this.plans.shift();
  }

  isLast(plan: DonePlan): boolean {
    return plan === this.plans[this.plans.length - 1];
  }

  /** Something was done in the file that is none of them. */
  outdate(): void {
    for (const plan of this.plans) plan.stale = true;
  }

  /** @param nodes what a person changed */
  overtakenBy(nodes: Changed["nodes"]): void {
    this.outdate();
    for (const plan of this.plans) for (const layer of overtaken(plan.changes, nodes)) plan.overtaken.add(layer);
  }

  /**
   * The one that is named, or the last.
   *
   * @param andLater with those that came after it
   */
  from(edit: string | undefined, andLater: boolean): readonly [DonePlan, ...DonePlan[]] {
    const index = edit === undefined ? this.plans.length - 1 : this.plans.findIndex(({ key }) => key === edit);
    const plan = this.plans[index];
    if (plan !== undefined) return [plan, ...(andLater ? this.plans.slice(index + 1) : [])];
    const words = edit === undefined ? "There is no plan to take back" : `No plan ${edit} can be taken back`;
    throw new Problem("not_found", words, {
      mend: "Only plans that this window of the plugin applied can be; the person has Figma's own undo and version history.",
    });
  }

  /** Refuses to take back what something else rests on: plans that follow each other. */
  assertFree(plans: readonly DonePlan[]): void {
    if (plans.some(({ final }) => final)) {
      throw new Problem("conflict", "The plan removed something, and the file was changed since", {
        mend: "The person can go back with Figma's own undo or version history.",
      });
    }
    const layer = workedOn(plans);
    if (layer !== undefined) {
      throw new Problem("conflict", `A person has worked on ${layer} since, which the plan had changed`, {
        mend: "Taking the plan back would take their work too. Change back what is wanted with a new plan.",
      });
    }
    const rest = this.plans.slice(Math.max(...plans.map((plan) => this.plans.indexOf(plan))) + 1);
    const later = rest.find((other) => plans.some((plan) => meet(plan, other)));
    if (later) {
      throw new Problem("conflict", `The edit ${later.key} came later and changed the same layers`, {
        mend: `Take that back first: figma_undo with edit ${later.key}. With and_later all that came after is taken back too.`,
      });
    }
  }

  drop(plans: readonly DonePlan[]): void {
    this.plans.splice(this.plans.indexOf(plans[0] as DonePlan), plans.length);
  }
}

/** Whether two plans touched the same thing. */
function meet(one: DonePlan, other: DonePlan): boolean {
  const touched = new Set(one.changes.map(({ node }) => node));
  return other.changes.some(({ node }) => touched.has(node));
}

/** Layers that a plan changed and that a person changed after it, and those that it made and that a person has put something into. */
function overtaken(changes: readonly Change[], nodes: Changed["nodes"]): readonly string[] {
  const kinds = new Map(changes.map(({ node, kind }) => [node, kind]));
  return nodes.flatMap(({ id, kind, within }) => {
    if (kinds.get(id) === "changed") return [id];
    if (kind !== "created" || kinds.has(id)) return [];
    return within?.find((parent) => kinds.get(parent) === "created") ?? [];
  });
}

/** A layer that would take a person's work with it. What one of the plans made goes whole, whatever a person or a later plan changed on it. */
function workedOn(plans: readonly DonePlan[]): string | undefined {
  const made = new Set<string>();
  for (const { changes, overtaken: layers } of plans) {
    const own = changes.filter(({ kind }) => kind === "created").map(({ node }) => node);
    for (const layer of layers) if (own.includes(layer) || !made.has(layer)) return layer;
    for (const node of own) made.add(node);
  }
  return undefined;
}
