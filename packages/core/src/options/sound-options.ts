import type * as z from "zod";
import type { ExaminedOptions } from "./examine-options.ts";
import type { ReadOptions } from "./read-options.ts";

/** The options, where all of them could be taken. Throws the first problem's `UsageError` otherwise. */
export function soundOptions<Own extends z.ZodObject>({
  standard,
  own,
  secrets,
  problems: [problem],
}: ExaminedOptions<Own>): ReadOptions<Own> {
  if (problem !== undefined) throw problem.error;
  if (own === undefined) throw new Error("Options are missing without a problem");
  return { standard, own, secrets };
}
