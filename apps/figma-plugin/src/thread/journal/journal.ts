import type { Host } from "../host.ts";
import { Problem } from "../problem.ts";
import type { Step } from "./step.ts";

/** Where the way back is kept in the document while a plan is being applied: each plan's under its own key, in parts. */
const prefix = "drawbridge.plan.";
/** In characters: Figma takes 100 kB under one key. */
const longest = 20_000;

/** The way back from a plan: a step for each thing that was done, in memory and, at each pause, in the document itself. */
export class Journal {
  readonly steps: Step[] = [];
  private readonly root: Host["root"];
  private readonly key: string;
  private kept = 0;
  private parts = 0;

  constructor(root: Host["root"], key: string) {
    this.root = root;
    this.key = key;
  }

  push(step: Step): void {
    this.steps.push(step);
  }

  /**
   * Writes what is new into the document. Called whenever the plugin gives way, since it may be closed there: what the document holds then is
   * exactly what was done, and an undo by the person takes both away.
   *
   * @throws Problem where the way back is not there any more
   */
  keep(): void {
    this.assertThere();
    if (this.kept === this.steps.length) return;
    for (const text of split(this.steps.slice(this.kept))) {
      this.root.setPluginData(partKey(this.key, this.parts), text);
      this.parts++;
    }
    this.kept = this.steps.length;
  }

  /** @throws Problem where another window has taken the plan back meanwhile, or a person's undo has */
  assertThere(): void {
    if (this.parts === 0 || this.root.getPluginData(partKey(this.key, 0)) !== "") return;
    throw new Problem("conflict", "The plan was taken back while it was under way, in Figma or by another window", {
      mend: "Look at the file, and send the plan again.",
    });
  }

  /** Takes it out of the document: the plan is done, or undone. */
  clear(): void {
    clearKept(this.root, this.key);
  }
}

/** Steps as lines of JSON, in as many texts as one key's bound asks for. */
function split(steps: readonly Step[]): string[] {
  const whole = steps.map((step) => `${JSON.stringify(step)}\n`).join("");
  const texts: string[] = [];
  for (let start = 0; start < whole.length; start += texts.at(-1)?.length ?? 0) {
    const text = whole.slice(start, start + longest);
    // Half of a surrogate pair could not be kept.
    texts.push(/[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text);
  }
  return texts;
}

function partKey(key: string, part: number): string {
  return `${prefix}${key}.${part}`;
}

/** The ways back from plans that were never finished, and how much of each there is. */
export function keptPlans(root: Host["root"]): ReadonlyMap<string, number> {
  const plans = new Map<string, number>();
  for (const name of root.getPluginDataKeys()) {
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length, name.lastIndexOf("."));
    plans.set(key, (plans.get(key) ?? 0) + 1);
  }
  return plans;
}

/** The way back from one of them. */
export function readKept(root: Host["root"], key: string): readonly Step[] {
  let whole = "";
  for (let part = 0; ; part++) {
    const text = root.getPluginData(partKey(key, part));
    if (text === "") break;
    whole += text;
  }
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Step);
}

export function clearKept(root: Host["root"], key: string): void {
  for (const name of root.getPluginDataKeys()) {
    if (name.startsWith(`${prefix}${key}.`)) root.setPluginData(name, "");
  }
}
