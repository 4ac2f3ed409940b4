import { ConnectorError } from "../errors/connector-error.ts";
import { compileName } from "./compile-name.ts";
import { expandBraces } from "./expand-braces.ts";

const longestGlob = 1024;

/** Whether a path, given as its names, is meant by a glob. */
export type PathMatcher = (names: readonly string[]) => boolean;

interface GlobOptions {
  readonly ignoreCase?: boolean;
  /** A glob without a slash matches a name at any depth, and one with a slash from any folder on. */
  readonly anywhere?: boolean;
}

/** `undefined` stands for `**`: any number of names. */
type Step = ((name: string) => boolean) | undefined;

/**
 * Compiles a glob over paths: `*` and `?` within a name, `**` for any folders, `[…]`, `{a,b}`. A glob without a slash
 * matches names at any depth; one that begins with a slash only from the top on. Time is bounded by pattern times path.
 * Throws `invalid_input` for one that cannot be read.
 */
export function compileGlob(glob: string, options: GlobOptions = {}): PathMatcher {
  if (glob.length > longestGlob)
    throw new ConnectorError("invalid_input", `The glob is longer than ${longestGlob} characters.`);
  if (glob.includes("\0"))
    throw new ConnectorError("invalid_input", "The glob has a NUL byte, which no name can have.");
  const alternatives = expandBraces(glob).map((alternative) => compileAlternative(alternative, options));
  return (names) => alternatives.some((matches) => matches(names));
}

function compileAlternative(glob: string, { ignoreCase = false, anywhere = false }: GlobOptions): PathMatcher {
  const names = glob.split("/").filter((name) => name !== "" && name !== ".");
  if (names.includes("..")) {
    throw new ConnectorError("invalid_input", "A glob does not climb with `..`. Give the folder to look in as path.");
  }
  const steps = names.map((name): Step => (/^\*\*+$/.test(name) ? undefined : compileName(name, ignoreCase)));
  const last = steps.at(-1);
  const isFromTop = glob.startsWith("/") && !anywhere;
  const all = (names.length === 1 && !isFromTop) || anywhere ? [undefined, ...steps] : steps;
  if (last === undefined) return (path) => matches(all, path);
  // The last name of a path tells of most globs that they do not mean it, and of one of a single name all.
  const meansLast = (path: readonly string[]) => path.length > 0 && last(path.at(-1) ?? "");
  return steps.length === 1 && !isFromTop ? meansLast : (path) => meansLast(path) && matches(all, path);
}

/** The same two pointers as within a name: only the last `**` is ever gone back to. */
function matches(steps: readonly Step[], names: readonly string[]): boolean {
  let step = 0;
  let position = 0;
  let wild = -1;
  let wildPosition = 0;
  while (position < names.length) {
    const expected = steps[step];
    if (step < steps.length && expected === undefined) {
      wild = step;
      wildPosition = position;
      step += 1;
    } else if (expected?.(names[position] as string)) {
      step += 1;
      position += 1;
    } else if (wild >= 0) {
      step = wild + 1;
      wildPosition += 1;
      position = wildPosition;
    } else {
      return false;
    }
  }
  while (step < steps.length && steps[step] === undefined) step += 1;
  return step === steps.length;
}
