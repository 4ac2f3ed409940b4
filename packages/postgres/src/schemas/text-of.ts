/** Every string in a value, as it is: in JSON their quotes would stand behind a stroke. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? Object.values(value).map(textOf).join("\n") : "";
}
