import type { CallContext } from "../define/call-context.ts";
import type { Operation } from "../pipeline/operation.ts";
import { callContext } from "./call-context.ts";

/** The protocol's bound on suggestions in one answer. */
const mostSuggestions = 100;

/** What a host asks suggestions for. */
export interface CompletionInput {
  readonly typed: string;
  /** The values of other variables or arguments, as far as the person has chosen them. */
  readonly chosen: Readonly<Record<string, string>>;
}

type Complete = (
  name: string,
  typed: string,
  context: CallContext<unknown>,
  chosen: CompletionInput["chosen"],
) => Promise<readonly string[]>;

/**
 * For each variable of a resource or argument of a prompt, the operation that suggests values.
 *
 * @param complete undefined where nothing is suggested
 */
export function prepareCompletions(
  owner: string,
  names: readonly string[],
  complete: Complete | undefined,
): ReadonlyMap<string, Operation> {
  if (complete === undefined) return new Map();
  return new Map(names.map((name) => [name, completion(`${owner}.${name}`, name, complete)]));
}

function completion(title: string, name: string, complete: Complete): Operation {
  return {
    kind: "completion",
    name: title,
    title,
    lowestEffect: "read",
    effectOf: () => "read",
    parse: (input) => input,
    async invoke(call) {
      const { typed, chosen } = call.input as CompletionInput;
      const suggestions = await complete(name, typed, await callContext(call), chosen);
      const items = suggestions.slice(0, mostSuggestions);
      return { kind: "list", items, left: suggestions.length - items.length };
    },
  };
}
