import type * as z from "zod";
import { nearest } from "../options/nearest.ts";
import { describeSize } from "./describe-size.ts";

/** A refused input in words that a model can act on: every problem, and for an unknown key the one it meant. */
export function describeIssues(error: z.ZodError, known: readonly string[]): string {
  const problems = error.issues.slice(0, 8).map((issue) => describeIssue(issue, known));
  const accepted = known.length === 0 ? "It takes no arguments." : `It takes: ${known.join(", ")}.`;
  return `${problems.join("; ")}. ${accepted}`;
}

function describeIssue(issue: z.core.$ZodIssue, known: readonly string[]): string {
  const where = issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return `${issue.path.join(".")} is missing`;
  if (issue.code !== "unrecognized_keys") return `${where}${describeSize(issue) ?? issue.message}`;
  const unknown = issue.keys.slice(0, 8).map((key) => {
    const meant = issue.path.length === 0 ? nearest(key, known) : undefined;
    return `${JSON.stringify(key.slice(0, 64))}${meant === undefined ? "" : ` (did you mean "${meant}"?)`}`;
  });
  return `${where}unknown argument ${unknown.join(", ")}`;
}
