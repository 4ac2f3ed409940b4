import ms from "ms";
import * as z from "zod";

const longest = 24 * 60 * 60 * 1000;

/** A duration with its unit (`500ms`, `55s`, `2m`), as milliseconds. */
export const duration = z.string().transform((text, context) => {
  const milliseconds = /^\d+(\.\d+)?(ms|s|m|h)$/.test(text) ? ms(text as ms.StringValue) : Number.NaN;
  if (milliseconds >= 1 && milliseconds <= longest) return milliseconds;
  context.addIssue({ code: "custom", message: "expected a duration with its unit, such as 500ms, 55s or 2m" });
  return z.NEVER;
});
