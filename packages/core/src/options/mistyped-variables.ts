import type * as z from "zod";
import { describeOptions } from "./describe-options.ts";
import { meantOption } from "./meant-option.ts";
import type { Environment } from "./read-environment.ts";
import { standardOptions } from "./standard-options.ts";
import { unreadVariables } from "./unread-variables.ts";

/**
 * The variables that are surely mistyped, each with what was meant: a letter or two beside a variable of an option that
 * every connector has. What looks like none of these may belong to another connector in the same environment.
 */
export function mistypedVariables(
  environment: Environment,
  own: z.ZodObject,
): ReadonlyArray<{ readonly variable: string; readonly meant: string }> {
  const standard = describeOptions(standardOptions);
  return unreadVariables(environment, [...standard, ...describeOptions(own)]).flatMap((variable) => {
    const meant = meantOption(variable, standard, (length) => (length < 6 ? 1 : 2));
    return meant === undefined ? [] : [{ variable, meant }];
  });
}
