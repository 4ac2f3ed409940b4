import type { AuditLine } from "./audit-line.ts";

/** What a line holds, as far as it can be told: undefined for what is no JSON object. Nothing in it is verified. */
export function parseLine(text: string): Partial<AuditLine> | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === "object" && line !== null && !Array.isArray(line) ? line : undefined;
  } catch {
    return undefined;
  }
}
