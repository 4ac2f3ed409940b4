import type { StartOptions } from "../../places/in-process.ts";
import type { Flags } from "./flags.ts";

/** The same start with these flags, in place of any of the same names: a flag given twice is refused. */
export function withFlags(start: StartOptions, flags: Flags): StartOptions {
  const given = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  return { ...start, argv: [...given, ...withoutFlags(start.argv, flags)] };
}

function withoutFlags(argv: readonly string[], flags: Flags): readonly string[] {
  const isOne = (argument = "") => argument.startsWith("--") && Object.hasOwn(flags, argument.slice(2));
  return argv.filter((argument, index) => {
    if (isOne(argument) || isOne(argv[index - 1])) return false;
    return !isOne(argument.split("=", 1)[0]);
  });
}
