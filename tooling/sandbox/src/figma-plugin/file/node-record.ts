import { boundTo, resolveVariable } from "../variables/resolve-variable.ts";
import { Entity } from "./entity.ts";
import type { SimulatedFile } from "./simulated-file.ts";

/** What does not follow the main component: where a node stands, and what only it has. */
const own = new Set(["parent", "children", "removed", "pluginData", "source", "locked", "derived"]);

/** A node of the document. Inside an instance, what was not overridden is read from its source in the main component. */
export class NodeRecord extends Entity {
  readonly file: SimulatedFile;

  constructor(file: SimulatedFile, id: string, type: string) {
    super(id, type);
    this.file = file;
  }

  get parent(): NodeRecord | null {
    return (this.values.parent as NodeRecord | undefined) ?? null;
  }

  get children(): readonly NodeRecord[] {
    return (this.values.children as readonly NodeRecord[] | undefined) ?? [];
  }

  /** The node of a main component that this one follows: an instance its component, a sublayer its counterpart. */
  get source(): NodeRecord | undefined {
    return this.values.source as NodeRecord | undefined;
  }

  override get(key: string): unknown {
    const value = this.values[key];
    if (value !== undefined || own.has(key)) return value;
    return this.source?.get(key);
  }

  /** The value that holds here: that of the variable that the field is bound to, or its own. */
  effective(key: string): unknown {
    const bound = boundTo(this, key);
    return (bound && resolveVariable(this.file, this, bound)) ?? this.get(key);
  }

  /** The ancestors, nearest first. */
  *ancestors(): Generator<NodeRecord> {
    for (let node = this.parent; node; node = node.parent) yield node;
  }

  /** Whether the node stands below an instance, so that its structure is the main component's. */
  get insideInstance(): boolean {
    for (const ancestor of this.ancestors()) if (ancestor.type === "INSTANCE") return true;
    return false;
  }

  get page(): NodeRecord | undefined {
    if (this.type === "PAGE") return this;
    for (const ancestor of this.ancestors()) if (ancestor.type === "PAGE") return ancestor;
    return undefined;
  }

  *subtree(): Generator<NodeRecord> {
    yield this;
    for (const child of this.children) yield* child.subtree();
  }
}
