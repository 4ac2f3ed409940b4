import type { Host } from "../host.ts";
import type { Step } from "./step.ts";

/** Where the way back is kept in the document while a plan is being applied. */
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
   */
  keep(): void {
    if (this.kept === this.steps.length) return;
    if (this.parts === 0) this.root.setPluginData(`${prefix}key`, this.key);
    for (const text of split(this.steps.slice(this.kept))) {
      this.root.setPluginData(`${prefix}${this.parts}`, text);
      this.parts++;
    }
    this.kept = this.steps.length;
  }

  /** Takes it out of the document: the plan is done, or undone. */
  clear(): void {
    clearKept(this.root);
  }
}

/** Steps as JSON, in as many texts as one key's bound asks for. One that is longer by itself is left whole. */
function split(steps: readonly Step[]): string[] {
  const texts: string[] = [];
  let items: string[] = [];
  let length = 0;
  for (const step of steps) {
    const item = JSON.stringify(step);
    if (length + item.length > longest && items.length > 0) {
      texts.push(`[${items.join(",")}]`);
      items = [];
      length = 0;
    }
    items.push(item);
    length += item.length;
  }
  if (items.length > 0) texts.push(`[${items.join(",")}]`);
  return texts;
}

/** What a plugin that was closed in the middle of a plan left behind. */
export interface KeptJournal {
  readonly key: string;
  readonly steps: readonly Step[];
}

/** The way back from a plan that was never finished; undefined where there is none. */
export function readKept(root: Host["root"]): KeptJournal | undefined {
  const key = root.getPluginData(`${prefix}key`);
  if (key === "") return undefined;
  const steps: Step[] = [];
  for (let part = 0; ; part++) {
    const text = root.getPluginData(`${prefix}${part}`);
    if (text === "") return { key, steps };
    steps.push(...(JSON.parse(text) as Step[]));
  }
}

export function clearKept(root: Host["root"]): void {
  for (const key of root.getPluginDataKeys()) if (key.startsWith(prefix)) root.setPluginData(key, "");
}
