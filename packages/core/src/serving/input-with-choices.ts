import * as z from "zod";
import type { Choices } from "../define/choices.ts";

/** What a tool or prompt takes once the options have said what there is to choose from. */
export function inputWithChoices(input: z.ZodObject, choices: Choices): z.ZodObject {
  let own = input;
  for (const [name, values] of Object.entries(choices)) {
    const field = input.shape[name] as z.ZodType | undefined;
    if (field === undefined) continue;
    own = values.length < 2 ? own.omit({ [name]: true } as never) : own.extend({ [name]: choiceOf(field, values) });
  }
  return own;
}

function choiceOf({ description }: z.ZodType, values: readonly string[]): z.ZodType {
  const choice = z.enum(values).optional();
  return description === undefined ? choice : choice.describe(description);
}
