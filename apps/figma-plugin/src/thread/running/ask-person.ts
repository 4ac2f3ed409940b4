import type { Removal, ThreadMessage } from "@drawbridge/figma/bridge";
import type { Operation } from "@drawbridge/figma/operations";
import type { SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Stage } from "../applying/stage.ts";
import { Problem } from "../problem.ts";
import { Holdings } from "./holdings.ts";
import { isNodeId } from "./prepare.ts";

/** As many removals as the person is shown. */
const shown = 20;

/** What of the file a plan would remove, as far as it was there before: also by way of what the plan has put it into. */
export function removalsOf(stage: Stage, operations: readonly Operation[]): Removal[] {
  const nodes = new Set<SceneNode>();
  const others: Removal[] = [];
  const holdings = new Holdings();
  for (const operation of operations) {
    holdings.take(operation);
    if (operation.op === "component_property" && operation.delete) {
      others.push({ id: operation.component, name: operation.name, type: "PROPERTY", inside: 0 });
    }
    if (operation.op !== "remove" && operation.op !== "flatten") continue;
    for (const name of operation.nodes) {
      for (const id of [name, ...holdings.inside(name)].filter(isNodeId)) nodes.add(stage.scene(id));
      if (!isNodeId(name) && !name.startsWith("$"))
        others.push({ id: name, name, type: name.split(":")[0] ?? "", inside: 0 });
    }
  }
  const layers = [...nodes].map(
    (node): Removal => ({ id: node.id, name: node.name, type: node.type, inside: inside(node) }),
  );
  return [...layers, ...others];
}

function inside(node: SceneNode): number {
  return "findAll" in node ? node.findAll().length : 0;
}

/** Questions that the person has yet to answer in the plugin's window. */
export class Asking {
  private readonly post: (message: ThreadMessage) => void;
  private readonly waiting = new Map<string, (allowed: boolean | undefined) => void>();

  constructor(post: (message: ThreadMessage) => void) {
    this.post = post;
  }

  /** Waits for the person. @throws Problem where they say no, or the plan is cancelled meanwhile */
  async ask(key: string, removals: readonly Removal[]): Promise<void> {
    const allowed = await new Promise<boolean | undefined>((resolve) => {
      this.waiting.set(key, resolve);
      this.post({
        type: "ask",
        ask: key,
        removals: removals.slice(0, shown),
        more: Math.max(0, removals.length - shown),
      });
    });
    this.waiting.delete(key);
    if (allowed === undefined) throw new Problem("cancelled", "The plan was cancelled before the person had answered");
    if (!allowed) {
      throw new Problem("refused", "The person at Figma does not want these layers removed", {
        mend: "Ask them what they want; hiding a layer ({visible:false}) asks nobody.",
      });
    }
  }

  answer(key: string, allowed: boolean): void {
    this.waiting.get(key)?.(allowed);
  }

  cancel(key: string): void {
    if (!this.waiting.has(key)) return;
    this.post({ type: "unask", ask: key });
    this.waiting.get(key)?.(undefined);
  }
}
