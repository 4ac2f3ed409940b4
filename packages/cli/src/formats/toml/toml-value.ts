/** A text, or a list of texts, as TOML writes it. */
export function tomlValue(value: string | readonly string[]): string {
  if (typeof value !== "string") return `[${value.map((text) => tomlValue(text)).join(", ")}]`;
  // JSON's escapes are TOML's too, which wants one more character escaped.
  return JSON.stringify(value).replaceAll("\u007f", "\\u007F");
}

/** A key, quoted where it has to be. */
export function tomlKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : tomlValue(key);
}
