import type { DescribedOption } from "@drawbridge/core";

/** What there is to choose from, where an option takes one of few words. */
export function choicesOf({ kind, placeholder }: DescribedOption): readonly string[] | undefined {
  return kind === "text" && /^[\w-]+(\|[\w-]+)+$/.test(placeholder) ? placeholder.split("|") : undefined;
}
