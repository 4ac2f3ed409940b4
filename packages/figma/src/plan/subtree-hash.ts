import { fingerprint } from "./fingerprint.ts";

/** A node in REST's shape. */
export interface RestLike {
  readonly id?: unknown;
  readonly children?: readonly RestLike[];
  readonly [key: string]: unknown;
}

/** What follows from other properties or from how the document was asked for, and tells of no change by itself. */
const derived = new Set([
  "children",
  "absoluteRenderBounds",
  "fillGeometry",
  "strokeGeometry",
  "size",
  "relativeTransform",
  "scrollBehavior",
]);

/**
 * A hash over a subtree in REST's shape: the same at both ends of the bridge for the same design. Positions count from the subtree's own
 * root, so that moving what it stands in does not change it.
 */
export function subtreeHash(root: RestLike): string {
  const box = boxOf(root);
  const parts: string[] = [];
  write(root, box ?? { x: 0, y: 0 }, parts, true);
  return fingerprint(parts.join("\n"));
}

function boxOf(node: RestLike): { x: number; y: number } | undefined {
  const box = node.absoluteBoundingBox;
  return typeof box === "object" && box !== null ? (box as { x: number; y: number }) : undefined;
}

function write(node: RestLike, origin: { x: number; y: number }, parts: string[], top: boolean): void {
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(node)) {
    if (derived.has(key)) continue;
    plain[key] = key === "absoluteBoundingBox" ? shifted(node, origin, top) : node[key];
  }
  parts.push(stable(plain));
  for (const child of node.children ?? []) {
    parts.push(">");
    write(child, origin, parts, false);
  }
  parts.push("<");
}

function shifted(node: RestLike, origin: { x: number; y: number }, top: boolean): unknown {
  const box = boxOf(node) as { x: number; y: number; width: number; height: number } | undefined;
  if (!box) return null;
  const { x, y } = top ? { x: box.x, y: box.y } : { x: box.x - origin.x, y: box.y - origin.y };
  return { x, y, width: box.width, height: box.height };
}

/** JSON with keys in order, and numbers as far as they can be seen. */
export function stable(value: unknown): string {
  if (typeof value === "number") return String(Math.round(value * 1_000) / 1_000 || 0);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(stable).join(",")}]`;
  const held = value as Readonly<Record<string, unknown>>;
  const pairs = Object.keys(held)
    .filter((key) => held[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${stable(held[key])}`);
  return `{${pairs.join(",")}}`;
}
