import type * as z from "zod";

/** What an argument that is too small, too large, too short or too long has to be; `undefined` for any other issue. */
export function describeSize(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== "too_small" && issue.code !== "too_big") return undefined;
  const isLeast = issue.code === "too_small";
  const bound = isLeast ? issue.minimum : issue.maximum;
  const things = { string: "character", array: "item", set: "item" }[issue.origin as string];
  if (isLeast && bound === 1 && things !== undefined) return "must not be empty";
  const limit = `${issue.exact === true ? "exactly" : isLeast ? "at least" : "at most"} ${bound}`;
  if (things !== undefined) return `must have ${limit} ${things}${bound === 1 ? "" : "s"}`;
  if (issue.inclusive !== false) return `must be ${limit}`;
  return `must be ${isLeast ? "more" : "less"} than ${bound}`;
}
