import { nearest } from "../options/nearest.ts";
import { UsageError } from "../options/usage-error.ts";

/**
 * Reads `--tools`: globs of names, of which `!` takes away what others let in. A glob that matches no tool is fatal,
 * since a filter that misses its tool would leave it in, or out, unseen.
 *
 * @param withheld tools that the connector's options leave out, each with how a person has it
 */
export function toolFilter(
  globs: readonly string[] | undefined,
  names: readonly string[],
  withheld: ReadonlyMap<string, string> = new Map(),
): (name: string) => boolean {
  if (globs === undefined) return () => true;
  const admitted = new Set(globs.every((glob) => glob.startsWith("!")) ? names : []);
  for (const glob of globs) {
    const takesAway = glob.startsWith("!");
    const matching = names.filter(matcher(takesAway ? glob.slice(1) : glob));
    if (matching.length === 0) throw new UsageError(unmatched(glob, names, withheld));
    if (!takesAway) for (const name of matching) admitted.add(name);
  }
  const takenAway = globs.filter((glob) => glob.startsWith("!")).map((glob) => matcher(glob.slice(1)));
  return (name) => admitted.has(name) && !takenAway.some((matches) => matches(name));
}

function matcher(glob: string): (name: string) => boolean {
  const parts = glob.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`^${parts.join(".*")}$`);
  return (name) => pattern.test(name);
}

function unmatched(glob: string, names: readonly string[], withheld: ReadonlyMap<string, string>): string {
  const [off] = [...withheld].filter(([name]) => matcher(glob.replace(/^!/, ""))(name));
  if (off !== undefined)
    return `--tools: ${JSON.stringify(glob)} matches only tools that are off; ${off[1]} has them on`;
  const meant = nearest(glob.replace(/^!/, ""), names);
  const hint = meant === undefined ? `the tools are ${names.join(", ")}` : `did you mean ${meant}?`;
  return `--tools: ${JSON.stringify(glob)} matches no tool; ${hint}`;
}
