import type { Transform, Vector } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Matrix } from "../layout/boxes.ts";

function inverse([[a, c, e], [b, d, f]]: Matrix): Matrix {
  const determinant = a * d - b * c || 1e-9;
  return [
    [d / determinant, -c / determinant, (c * f - d * e) / determinant],
    [-b / determinant, a / determinant, (b * e - a * f) / determinant],
  ];
}

function at([[a, c, e], [b, d, f]]: Matrix, x: number, y: number): Vector {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Where a gradient begins, where it ends, and where its width ends, in the node's unit square: REST's way to say its transform. */
export function handlesOf(transform: Transform): readonly [Vector, Vector, Vector] {
  const matrix = inverse(transform);
  return [at(matrix, 0, 0.5), at(matrix, 1, 0.5), at(matrix, 0, 1)];
}

/** The transform that has these handles. */
export function transformOf([start, end, width]: readonly Vector[]): Transform {
  if (!start || !end || !width)
    return [
      [1, 0, 0],
      [0, 1, 0],
    ];
  const across = { x: end.x - start.x, y: end.y - start.y };
  const down = { x: (width.x - start.x) * 2, y: (width.y - start.y) * 2 };
  const matrix: Matrix = [
    [across.x, down.x, start.x - down.x / 2],
    [across.y, down.y, start.y - down.y / 2],
  ];
  return inverse(matrix).map((row) => [...row]) as Transform;
}
