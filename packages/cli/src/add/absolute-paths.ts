import { homedir } from "node:os";
import { isAbsolute, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DescribedOption } from "@drawbridge/core";

/**
 * A connector's arguments with every path in them made absolute: a host starts it in another folder than this one.
 * What a host fills in itself, as `${workspaceFolder}`, stays.
 */
export function absolutePaths(
  args: readonly string[],
  options: readonly DescribedOption[],
  folder = process.cwd(),
): string[] {
  const positional = options.find((option) => option.positional);
  const flags = options.filter((option) => !option.positional && !option.secret);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      flags.map(
        ({ name, kind }) => [name, { type: kind === "boolean" ? "boolean" : "string", multiple: true }] as const,
      ),
    ),
  });
  const absolute = [...args];
  for (const token of tokens) {
    if (token.kind === "positional" && positional?.path === true) absolute[token.index] = from(folder, token.value);
    if (token.kind !== "option" || token.value === undefined) continue;
    if (flags.find(({ name }) => name === token.name)?.path !== true) continue;
    const value = from(folder, token.value);
    if (token.inlineValue) absolute[token.index] = `${token.rawName}=${value}`;
    else absolute[token.index + 1] = value;
  }
  return absolute;
}

function from(folder: string, path: string): string {
  const written = path.replace(/^~(?=$|[\\/])/, () => homedir());
  return written === "" || isAbsolute(written) || written.startsWith("${") ? written : resolve(folder, written);
}
