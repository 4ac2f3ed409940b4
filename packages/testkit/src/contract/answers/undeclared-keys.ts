/** Paths of the keys that an answer has and its schema, which leaves unknown ones out, does not. */
export function undeclaredKeys(answered: unknown, parsed: unknown, path = ""): readonly string[] {
  if (!isObject(answered) || !isObject(parsed)) return [];
  return Object.entries(answered).flatMap(([key, value]) => {
    const inner = Array.isArray(answered) ? `${path}[]` : path === "" ? key : `${path}.${key}`;
    return key in parsed ? undeclaredKeys(value, parsed[key], inner) : [inner];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
