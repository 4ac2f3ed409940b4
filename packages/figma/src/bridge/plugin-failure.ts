import { ConnectorError, type ErrorCode } from "@drawbridge/core";
import type { Failure } from "./replies.ts";

const codes: Readonly<Record<Failure["code"], ErrorCode>> = {
  invalid: "invalid_input",
  not_found: "not_found",
  conflict: "conflict",
  refused: "refused",
  paused: "unavailable",
  read_only: "refused",
  font_missing: "invalid_input",
  unknown: "invalid_input",
  cancelled: "cancelled",
  too_large: "invalid_input",
  internal: "internal",
};

/** A plugin's refusal, with what it said of it. */
export class PluginFailure extends ConnectorError {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(codes[failure.code], wordsOf(failure));
    this.failure = failure;
  }
}

function wordsOf({ message, operation, rule, mend, rolledBack }: Failure): string {
  return [
    sentence(onOneLine(operation === undefined ? message : `Operation ${operation}: ${message}`)),
    rule === undefined ? "" : sentence(`Rule: ${rule}`),
    onOneLine(mend ?? ""),
    rolledBack === true ? "What the plan had done before is undone: the file is as it was." : "",
    rolledBack === false ? "Not everything could be undone: look at the file before going on." : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** Names of layers stand in it, which somebody else chose: none begins a line as if it were said by the connector. */
function onOneLine(words: string): string {
  return words.replace(/\s*[\n\r\u2028\u2029]\s*/g, " ");
}
