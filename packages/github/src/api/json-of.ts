import { ConnectorError } from "@drawbridge/core";
import type { ApiAnswer } from "./github-api.ts";

const parsed = new WeakMap<ApiAnswer, unknown>();

/**
 * What an answer's JSON says; undefined for one without a body. It is parsed once, for who asked and for the account of what was read,
 * so that nobody may change it.
 *
 * @throws ConnectorError `unavailable` for what is no JSON
 */
export function jsonOf(answer: ApiAnswer): unknown {
  const { body, status } = answer;
  if (body === "") return undefined;
  if (parsed.has(answer)) return parsed.get(answer);
  try {
    const json: unknown = JSON.parse(body);
    parsed.set(answer, json);
    return json;
  } catch (error) {
    throw new ConnectorError("unavailable", `GitHub answered ${status} with something that is no JSON. Try again.`, {
      cause: error,
    });
  }
}
