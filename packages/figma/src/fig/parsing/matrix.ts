import type { Rectangle, Transform } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";

/** An affine transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const identity: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function matrixOf(matrix: Kiwi<"Matrix"> | undefined): Matrix {
  if (matrix === undefined) return identity;
  const { m00, m01, m02, m10, m11, m12 } = matrix;
  return {
    a: finite(m00, 1),
    b: finite(m10, 0),
    c: finite(m01, 0),
    d: finite(m11, 1),
    e: finite(m02, 0),
    f: finite(m12, 0),
  };
}

/** First the second, then the first. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return {
    a: m.a * n.a + m.c * n.b,
    b: m.b * n.a + m.d * n.b,
    c: m.a * n.c + m.c * n.d,
    d: m.b * n.c + m.d * n.d,
    e: m.a * n.e + m.c * n.f + m.e,
    f: m.b * n.e + m.d * n.f + m.f,
  };
}

export function apply({ a, b, c, d, e, f }: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Undefined for one that leaves no area. */
export function invert({ a, b, c, d, e, f }: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (area === 0) return undefined;
  return { a: d / area, b: -b / area, c: -c / area, d: a / area, e: (c * f - d * e) / area, f: (b * e - a * f) / area };
}

/** The smallest upright box around a rectangle of this size that is moved so. */
export function boxAround({ a, b, c, d, e, f }: Matrix, width: number, height: number): Rectangle {
  const [right, down] = [a * width, d * height];
  const [skewedRight, skewedDown] = [c * height, b * width];
  return {
    x: e + Math.min(0, right) + Math.min(0, skewedRight),
    y: f + Math.min(0, down) + Math.min(0, skewedDown),
    width: Math.abs(right) + Math.abs(skewedRight),
    height: Math.abs(down) + Math.abs(skewedDown),
  };
}

export function transformOf({ a, b, c, d, e, f }: Matrix): Transform {
  return [
    [a, c, e],
    [b, d, f],
  ];
}
