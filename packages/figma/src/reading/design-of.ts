import type { FigmaDocument } from "../documents/figma-document.ts";
import { pageOfSubtrees } from "../documents/with-nodes.ts";
import type { Layer } from "../outline/layer.ts";
import { Design } from "./design.ts";

/** More of one document's parts are seldom read in turn. */
const mostKept = 4;

/** By the first layer that was asked for: what was made of it lives as long as the document itself is kept. */
const known = new WeakMap<Layer, Design[]>();

/** The design that a document holds: its pages, or the subtrees that were asked for. The same one for each page of it, as long as the document is kept. */
export function designOf(document: FigmaDocument, code: ReadonlyMap<string, string>): Design {
  const roots = outermost(rootsOf(document));
  const [first] = roots;
  if (first === undefined) return new Design(document, roots, code);
  const kept = known.get(first) ?? [];
  const same = kept.find((design) => isOf(design, document, roots, code));
  if (same !== undefined) return same;
  const design = new Design(document, roots, code);
  known.set(first, [design, ...kept.slice(0, mostKept - 1)]);
  return design;
}

function rootsOf({ document }: FigmaDocument): readonly Layer[] {
  const pages = document.children as readonly Layer[];
  return pages.flatMap((page) => (page.id === pageOfSubtrees ? (page.children ?? []) : [page]));
}

/** Without those that are inside others: each layer is told once. */
function outermost(roots: readonly Layer[]): readonly Layer[] {
  if (roots.length < 2) return roots;
  const asked = new Set(roots);
  const inner = new Set<Layer>();
  const met = new Set<Layer>();
  const open = roots.flatMap(({ children }) => (Array.isArray(children) ? (children as readonly Layer[]) : []));
  for (let layer = open.pop(); layer !== undefined; layer = open.pop()) {
    if (typeof layer !== "object" || layer === null || met.has(layer)) continue;
    met.add(layer);
    if (asked.has(layer)) inner.add(layer);
    for (const child of Array.isArray(layer.children) ? layer.children : []) open.push(child);
  }
  return inner.size === 0 ? roots : roots.filter((root) => !inner.has(root));
}

function isOf(
  { document, roots: itsRoots, code: itsCode }: Design,
  { version, variables }: FigmaDocument,
  roots: readonly Layer[],
  code: ReadonlyMap<string, string>,
): boolean {
  return (
    document.version === version &&
    document.variables === variables &&
    itsCode === code &&
    roots.length === itsRoots.length &&
    roots.every((root, index) => root === itsRoots[index])
  );
}
