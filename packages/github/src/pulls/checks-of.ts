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

/** Checks that are told; of more their number. */
const mostChecks = 15;

/** What the checks of a head come to. */
export interface Checks {
  /** `passed 12, failed 1, pending 2`. */
  readonly summary: string;
  /** Of each that failed: its name, and where and what its log, its annotations or its summary say. */
  readonly failing: readonly string[];
}

/**
 * @param contexts of the head's `statusCheckRollup`
 * @param logs what stands around the errors in the logs of jobs, by their id
 */
export function checksOf(contexts: readonly CheckContext[], logs: ReadonlyMap<number, readonly string[]>): Checks {
  const count = (name: string, is: (state: string) => boolean) => {
    const number = contexts.filter((check) => is(stateOf(check))).length;
    return number === 0 ? [] : [`${name} ${number}`];
  };
  const isPending = (text: string) => ["PENDING", "EXPECTED"].includes(text);
  const counts = [
    ...count("passed", (text) => !failed.has(text) && !isPending(text)),
    ...count("failed", (text) => failed.has(text)),
    ...count("pending", isPending),
  ];
  const failing = failingOf(contexts);
  const more = failing.length > mostChecks ? [`and ${failing.length - mostChecks} more: method checks tells all`] : [];
  const told = failing.slice(0, mostChecks).map((check) => toldOf(check, logs.get(check.databaseId ?? Number.NaN)));
  return { summary: counts.join(", ") || "none", failing: [...told, ...more] };
}

/** Those that failed, in GitHub's order. */
export function failingOf(contexts: readonly CheckContext[]): readonly CheckContext[] {
  return contexts.filter((check) => failed.has(stateOf(check)));
}

function stateOf(check: CheckContext): string {
  return (check.__typename === "CheckRun" ? check.conclusion : check.state) ?? "PENDING";
}

function toldOf(check: CheckContext, log: readonly string[] = []): string {
  if (check.__typename === "StatusContext") return `✗ ${check.context}: ${check.description ?? check.state}`;
  const { name, conclusion, databaseId, title, summary, annotations } = check;
  const noted = nodesOf(annotations)
    .filter(({ annotationLevel, message }) => annotationLevel !== "NOTICE" && !/^Process completed/.test(message))
    .map(({ path, message, location }) => `  ${path}:${location.start.line} ${clipped(message)}`);
  const said = noted.length > 0 || log.length > 0 ? noted : tellingLines(summary ?? "");
  const heading = [`✗ ${name} (${conclusion?.toLowerCase()}, job_id ${databaseId})`, title]
    .filter((part) => part)
    .join(": ");
  return [heading, ...said.slice(0, mostLines), ...log.map((line) => `  | ${clipped(line)}`)].join("\n");
}

function tellingLines(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const chosen = lines.filter((line) => telling.test(line));
  return (chosen.length > 0 ? chosen : lines).map((line) => `  ${clipped(line)}`);
}

function clipped(text: string): string {
  const line = text.split("\n").join(" ").trimEnd();
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line;
}
