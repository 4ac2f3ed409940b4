import type { Change } from "@drawbridge/figma/bridge";
import type { SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";

interface Entry {
  readonly name: string;
  readonly nodeType: string;
  kind: Change["kind"];
  readonly before: Map<string, unknown>;
  readonly read: () => Record<string, unknown> | undefined;
}

/** What a plan changed, for the difference that it is answered with: the value from before the first change of each property. */
export class ChangeLog {
  private readonly entries = new Map<string, Entry>();

  get size(): number {
    return this.entries.size;
  }

  get ids(): string[] {
    return [...this.entries.keys()];
  }

  created(id: string, name: string, nodeType: string): void {
    this.entries.set(id, { name, nodeType, kind: "created", before: new Map(), read: () => undefined });
  }

  removed(node: SceneNode): void {
    const known = this.entries.get(node.id);
    // What the plan itself had made leaves no trace.
    if (known?.kind === "created") this.entries.delete(node.id);
    else
      this.entries.set(node.id, {
        name: node.name,
        nodeType: node.type,
        kind: "removed",
        before: new Map(),
        read: () => undefined,
      });
  }

  /** @param target what is read again at the end for the value that came of it */
  changed(target: { id: string; name?: string; type?: string }, key: string, before: unknown, nodeType?: string): void {
    let entry = this.entries.get(target.id);
    if (!entry) {
      const name = target.name ?? "";
      const read = () => target as unknown as Record<string, unknown>;
      entry = { name, nodeType: nodeType ?? target.type ?? "", kind: "changed", before: new Map(), read };
      this.entries.set(target.id, entry);
    }
    if (entry.kind === "changed" && !entry.before.has(key)) entry.before.set(key, plainOf(before));
  }

  /** The difference; of properties that came out as they were, nothing is told. */
  changes(): Change[] {
    const all: Change[] = [];
    for (const [node, { name, nodeType, kind, before, read }] of this.entries) {
      if (kind !== "changed") {
        all.push({ node, name, nodeType, kind });
        continue;
      }
      const properties: Record<string, { before?: unknown; after?: unknown }> = {};
      for (const [key, value] of before) {
        const after = plainOf(valueAt(read(), key));
        if (JSON.stringify(after) !== JSON.stringify(value)) properties[key] = { before: value, after };
      }
      if (Object.keys(properties).length > 0) all.push({ node, name, nodeType, kind, properties });
    }
    return all;
  }
}

function valueAt(target: Record<string, unknown> | undefined, key: string): unknown {
  try {
    const value = target?.[key];
    if (key !== "parent") return value;
    return (value as { id?: string } | null)?.id;
  } catch {
    // What was removed after it was changed can be asked no more.
    return undefined;
  }
}

/** `figma.mixed` is a symbol, which no message carries. */
function plainOf(value: unknown): unknown {
  return typeof value === "symbol" ? "MIXED" : value;
}
