import { UsageError } from "@drawbridge/core";

/** The input of a call, from `--input` as JSON and from each `--arg` as `key=value`, whose value may be JSON. Throws `UsageError`. */
export function readInput(json: string | undefined, pairs: readonly string[]): Record<string, unknown> {
  const input = json === undefined ? {} : parsed(json);
  for (const pair of pairs) {
    const [, key = "", value = ""] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (key === "") throw new UsageError(`--arg takes <key>=<value>, not ${JSON.stringify(pair)}`);
    input[key] = valueIn(value);
  }
  return input;
}

function parsed(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below.
  }
  throw new UsageError(`--input takes a JSON object, such as '{"path":"notes.md"}'`);
}

/** A text that is no JSON stands for itself. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
