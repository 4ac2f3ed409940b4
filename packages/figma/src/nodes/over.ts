import type { RGBA } from "@figma/rest-api-spec";

/** One colour laid over another, both with straight alpha (W3C Compositing and Blending Level 1, section 5.1: source over). */
export function over(above: RGBA, under: RGBA): RGBA {
  const a = above.a + under.a * (1 - above.a);
  if (a === 0) return { r: 0, g: 0, b: 0, a: 0 };
  const channel = (top: number, below: number) => (top * above.a + below * under.a * (1 - above.a)) / a;
  return { r: channel(above.r, under.r), g: channel(above.g, under.g), b: channel(above.b, under.b), a };
}
