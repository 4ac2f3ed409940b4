import type { Operation } from "@drawbridge/figma/operations";

/** What a plan puts into what, by id or reference, so that it is known what goes with something that the plan itself has made. */
export class Holdings {
  private readonly holders = new Map<string, string>();

  /** Follows a plan, operation by operation. */
  take(operation: Operation): void {
    switch (operation.op) {
      case "move":
        if (operation.parent !== undefined) this.put([operation.node], operation.parent);
        return;
      case "create":
      case "clone":
        if (operation.ref !== undefined) this.put([operation.ref], operation.parent);
        return;
      case "group":
      case "boolean":
      case "flatten":
      case "variants": {
        const { ref, nodes } = operation;
        if (ref === undefined) return;
        const [first = ""] = nodes;
        const around = this.holders.get(first);
        if (operation.op !== "flatten") this.put(nodes, ref);
        this.put([ref], around);
      }
    }
  }

  /** What a plan has put into something by now, and into what is inside that. */
  inside(name: string): string[] {
    const seen = new Set([name]);
    // A set takes in, while it is walked, what is added to it.
    for (const holder of seen) {
      for (const [node, held] of this.holders) {
        if (held !== holder || seen.has(node)) continue;
        seen.add(node);
      }
    }
    seen.delete(name);
    return [...seen];
  }

  private put(nodes: readonly string[], holder: string | undefined): void {
    for (const node of nodes) {
      if (holder === undefined) this.holders.delete(node);
      else this.holders.set(node, holder);
    }
  }
}
