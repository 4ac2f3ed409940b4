import { nearest } from "./nearest.ts";
import type { OptionDescription } from "./option-description.ts";

const prefix = "DRAWBRIDGE_";

/**
 * The variable, or the flag where the option has no variable, that somebody most likely meant who set a variable that
 * no option reads; undefined when none is close.
 *
 * @param most letters that may differ
 */
export function meantOption(
  variable: string,
  options: readonly OptionDescription[],
  most?: (length: number) => number,
): string | undefined {
  const written = variable.slice(prefix.length);
  const candidates = new Map(options.flatMap(waysToGive));
  const meant = nearest(written, candidates.keys(), most?.(written.length));
  return meant === undefined ? undefined : candidates.get(meant);
}

/** What may stand behind the prefix, and what is to be written. */
function waysToGive({ name, kind, environment, secret, flagOnly }: OptionDescription): Array<[string, string]> {
  if (flagOnly) return kind === "boolean" ? [] : [[name.replaceAll("-", "_").toUpperCase(), `--${name}`]];
  return environment
    .filter((variable) => variable.startsWith(prefix))
    .flatMap((variable) => (secret ? [variable, `${variable}_FILE`] : [variable]))
    .map((variable) => [variable.slice(prefix.length), variable]);
}
