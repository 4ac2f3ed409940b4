import type { Check } from "./check.ts";

/** The scenarios that ask for no tool, prompt or resource of the suite's own, by revision: any connector passes them. */
export const withoutFixture: Readonly<Record<string, readonly string[]>> = {
  "2025-11-25": [
    "server-initialize",
    "server-session-lifecycle",
    "ping",
    "logging-set-level",
    "completion-complete",
    "tools-list",
    "resources-list",
    "server-sse-multiple-streams",
    "dns-rebinding-protection",
  ],
  "2026-07-28": [
    "server-stateless",
    "http-header-validation",
    "completion-complete",
    "tools-list",
    "resources-list",
    "sep-2164-resource-not-found",
    "caching",
    "server-sse-multiple-streams",
    "dns-rebinding-protection",
    "input-required-result-unsupported-methods",
  ],
};

/**
 * Whether a check inside those scenarios needs the suite's own tools all the same, which the suite says itself, or prompts,
 * which a connector need not have.
 */
export function needsFixture({ id, errorMessage = "" }: Check): boolean {
  return (
    errorMessage.startsWith("Not testable:") ||
    (id === "sep-2549-prompts-list-caching-hints" && errorMessage.includes("-32601"))
  );
}
