import { parseArgs } from "node:util";
import { suites } from "./suites/suites.ts";
import { WrongUsage } from "./wrong-usage.ts";

const OPTIONS = {
  suite: { type: "string", default: "all" },
  rounds: { type: "string", default: "15" },
  only: { type: "string", default: "*" },
  json: { type: "boolean", default: false },
  enforce: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** What the person who started the bench asked for. */
export interface Flags {
  readonly suite: string;
  readonly rounds: number;
  readonly only: string;
  readonly json: boolean;
  readonly enforce: boolean;
  readonly help: boolean;
}

/** @throws WrongUsage with a line for the person, at the first thing that is not understood */
export function readFlags(args: readonly string[]): Flags {
  // The tokens, for parseArgs' own complaints run over several lines.
  const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new WrongUsage(`"${token.value}" is not expected here`);
    if (token.kind === "option") checkOption(token.name, token.rawName, token.value);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new WrongUsage("--rounds takes a whole number from 1 on");
  if (values.suite !== "all" && !Object.hasOwn(suites, String(values.suite))) {
    throw new WrongUsage(`there is no suite "${values.suite}"; there are: all, ${Object.keys(suites).join(", ")}`);
  }
  return { ...(values as Omit<Flags, "rounds">), rounds };
}

function checkOption(name: string, rawName: string, value: string | undefined): void {
  if (!Object.hasOwn(OPTIONS, name)) {
    const known = Object.keys(OPTIONS).map((option) => `--${option}`);
    throw new WrongUsage(`there is no option ${rawName}; there are ${known.join(", ")}`);
  }
  const takesValue = OPTIONS[name as keyof typeof OPTIONS].type === "string";
  if (takesValue && !value) throw new WrongUsage(`${rawName} takes a value`);
  if (!takesValue && value !== undefined) throw new WrongUsage(`${rawName} takes no value`);
}
