import type { Box } from "../layout/boxes.ts";

/** The box around the points of SVG paths in absolute commands; control points count as points. */
export function pathBounds(paths: readonly string[]): Box {
  const numbers = paths.flatMap((path) =>
    [...path.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)].map(([one]) => Number(one)),
  );
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  if (xs.length === 0 || ys.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
