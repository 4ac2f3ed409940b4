import { nodesOf } from "./nodes-of.ts";
import type { CheckContext } from "./overview-answer.ts";

const failed: ReadonlySet<string> = new Set([
  "FAILURE",
  "TIMED_OUT",
  "CANCELLED",
  "ACTION_REQUIRED",
  "STARTUP_FAILURE",
  "ERROR",
]);

/** Lines of a summary that say what went wrong, of one check. */
const mostLines = 8;
const longestLine = 300;

const telling = /error|fail|expected|assert|exception|panic|cannot|undefined|not found|✗|✕|×/i;

/** What the checks of a head come to. */
export interface Checks {
  /** `passed 12, failed 1, pending 2`. */
  readonly summary: string;
  /** Of each that failed: its name, and where and what its annotations or its summary say. */
  readonly failing: readonly string[];
}

/** @param contexts of the head's `statusCheckRollup` */
export function checksOf(contexts: readonly CheckContext[]): Checks {
  const state = (check: CheckContext) =>
    check.__typename === "CheckRun" ? (check.conclusion ?? "PENDING") : (check.state ?? "PENDING");
  const count = (name: string, is: (state: string) => boolean) => {
    const number = contexts.filter((check) => is(state(check))).length;
    return number === 0 ? [] : [`${name} ${number}`];
  };
  const isPending = (text: string) => ["PENDING", "EXPECTED"].includes(text);
  const counts = [
    ...count("passed", (text) => !failed.has(text) && !isPending(text)),
    ...count("failed", (text) => failed.has(text)),
    ...count("pending", isPending),
  ];
  return {
    summary: counts.join(", ") || "none",
    failing: contexts.filter((check) => failed.has(state(check))).map(told),
  };
}

function told(check: CheckContext): string {
  if (check.__typename === "StatusContext") return `✗ ${check.context}: ${check.description ?? check.state}`;
  const { name, conclusion, databaseId, title, summary, annotations } = check;
  const noted = nodesOf(annotations)
    .filter(({ annotationLevel }) => annotationLevel !== "NOTICE")
    .map(({ path, message, location }) => `  ${path}:${location.start.line} ${clipped(message)}`);
  const lines = noted.length > 0 ? noted : tellingLines(summary ?? "");
  const heading = [`✗ ${name} (${conclusion?.toLowerCase()}, job_id ${databaseId})`, title]
    .filter((part) => part)
    .join(": ");
  return [heading, ...lines.slice(0, mostLines)].join("\n");
}

function tellingLines(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const chosen = lines.filter((line) => telling.test(line));
  return (chosen.length > 0 ? chosen : lines).map((line) => `  ${clipped(line)}`);
}

function clipped(text: string): string {
  const line = text.split("\n").join(" ").trim();
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
