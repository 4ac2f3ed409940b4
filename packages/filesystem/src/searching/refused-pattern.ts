import type { ConnectorError } from "@drawbridge/core";
import { invalidPattern } from "./invalid-pattern.ts";

const advice = "Expressions are those of Rust's regex crate; with regex: false the pattern is plain text.";

/**
 * The error for what ripgrep complains of. Files that it cannot open are not among it, since it is told to be silent of them.
 *
 * @param complaint what it wrote to stderr
 */
export function refusedPattern(complaint: string): ConnectorError {
  const reason = /^error: (.*)$/m.exec(complaint)?.[1] ?? complaint.replace(/^rg: /, "").split("\n", 1)[0] ?? "";
  return invalidPattern(`${reason.trim().replace(/\.?$/, ".")} ${advice}`);
}
