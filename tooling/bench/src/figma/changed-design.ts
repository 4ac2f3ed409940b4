type Node = { name: string; cornerRadius?: number; characters?: string; children?: Node[] };

/** A document of a later day: of every twenty layers one has another name, one other corners, and of the texts some other words. */
export function changedDesign(design: Record<string, unknown>): Record<string, unknown> {
  const changed = structuredClone(design);
  let count = 0;
  const open = [changed.document as Node];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count += 1;
    if (count % 20 === 5) node.name = `${node.name} again`;
    if (count % 20 === 10 && node.cornerRadius !== undefined) node.cornerRadius += 4;
    if (count % 5 === 0 && node.characters !== undefined) node.characters = `${node.characters} today`;
    for (const child of node.children ?? []) open.push(child);
  }
  return changed;
}
