/** What Figma's floats of 32 bits differ by when nothing was changed. */
const tolerance = 0.0005;

/** Whether two values are the same to whoever looks at the design. Bindings to variables are no part of a value: they are compared apart. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= tolerance;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return sameFields(one as Fields, other as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function sameFields(one: Fields, other: Fields): boolean {
  for (const key of Object.keys(one)) {
    if (key !== "boundVariables" && !sameValue(one[key], other[key])) return false;
  }
  for (const key of Object.keys(other)) {
    if (key !== "boundVariables" && other[key] !== undefined && !(key in one)) return false;
  }
  return true;
}
