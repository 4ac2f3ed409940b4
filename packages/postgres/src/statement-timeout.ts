import * as z from "zod";

const units: Readonly<Record<string, number>> = { "": 1, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
const longest = 24 * 60 * 60 * 1000;

/** A duration, as milliseconds: `30s`, `500ms`; without a unit it is in milliseconds, as PostgreSQL's own setting is. */
export const statementTimeout = z.union([z.string(), z.number()]).transform((given, context) => {
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(String(given)) ?? [];
  const milliseconds = Math.round(Number(number) * (units[unit] ?? Number.NaN));
  if (number !== "" && milliseconds >= 1 && milliseconds <= longest) return milliseconds;
  context.addIssue({ code: "custom", message: "expected a duration such as 30s, 500ms or 2m" });
  return z.NEVER;
});
