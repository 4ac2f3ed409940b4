import { makeVisible } from "@drawbridge/core";
import type { AnswerForm, FormField, FormValue } from "./form.ts";

/**
 * Answers in a person's place, as a flag says, and tells of it: a yes ticks what can be ticked, and leaves the rest at its
 * default. What has none and is needed is declined.
 */
export function answerByFlag(says: "yes" | "no"): AnswerForm {
  return async ({ message, schema }) => {
    const fields = Object.entries(schema.properties ?? {});
    const values = fields.map(([name, field]) => [name, filledIn(field)] as const);
    const lacks = values.some(([name, value]) => value === undefined && schema.required?.includes(name));
    const isYes = says === "yes" && !lacks;
    console.error(
      `drawbridge: the server asks: ${makeVisible(message)}\ndrawbridge: answered ${isYes ? "yes" : "no"}, by --confirm ${says}`,
    );
    if (!isYes) return { action: "decline" };
    const given = values.filter((pair): pair is [string, FormValue] => pair[1] !== undefined);
    return { action: "accept", content: Object.fromEntries(given) };
  };
}

function filledIn({ type, default: given }: FormField): FormValue | undefined {
  return type === "boolean" ? true : (given as FormValue | undefined);
}
