import type { DesignNode } from "./design-node.ts";

/** Every node in the order of the document, a parent before its children. Deep trees do not exhaust the stack. */
export function* walk(root: DesignNode): Generator<DesignNode> {
  const stack: DesignNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const { children } = node;
    for (let index = (children?.length ?? 0) - 1; index >= 0; index -= 1) {
      const child = children?.[index];
      if (child !== undefined) stack.push(child);
    }
  }
}
