import * as z from "zod";

/** A number of calls a minute, written `60/min`. */
export const rate = z.string().transform((text, context) => {
  const calls = /^\d{1,6}\/min$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (calls > 0) return calls;
  context.addIssue({ code: "custom", message: "expected a number of calls a minute, such as 60/min" });
  return z.NEVER;
});
