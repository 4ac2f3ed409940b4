import { commands } from "../commands.ts";
import type { Command } from "./command.ts";

/** What `--help` prints: of all commands, or of one. */
export function help(command?: Command): string {
  return command === undefined ? overview() : helpOf(command);
}

function overview(): string {
  const width = Math.max(...commands.map((command) => usage(command).length));
  const lines = commands.map((command) => `  ${usage(command).padEnd(width)}  ${command.description}`);
  return `Drawbridge connects AI hosts to your systems by MCP connectors that you pick one by one.

  npx @drawbridge/cli add        picks connectors and hosts with you, where there is a terminal

Commands
${lines.join("\n")}

  drawbridge <command> --help    explains one of them
  drawbridge --version

Exit codes: 0 well, 1 not well, 2 wrong usage.
`;
}

function usage({ name, operands }: Command): string {
  return `drawbridge ${name}${operands === "" ? "" : ` ${operands}`}`;
}

function helpOf(command: Command): string {
  const { description, flags, examples, rest } = command;
  const flagLines = [...flags, { name: "help", description: "Print this" }].map(
    ({ name, placeholder, description: meaning }: Command["flags"][number]) =>
      [`--${name}${placeholder === undefined ? "" : ` ${placeholder}`}`, meaning] as const,
  );
  return [
    `${description}.`,
    `Usage\n  ${usage(command)}${flags.length === 0 ? "" : " [options]"}${rest === undefined ? "" : " [-- …]"}`,
    ...(rest === undefined ? [] : [`Behind --\n  ${rest}`]),
    `Options\n${table(flagLines)}`,
    ...(examples.length === 0 ? [] : [`Examples\n${table(examples)}`]),
    "",
  ]
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}

function table(rows: ReadonlyArray<readonly [string, string]>): string {
  const width = Math.max(...rows.map(([lead]) => lead.length));
  return rows.map(([lead, meaning]) => `  ${lead.padEnd(width)}  ${meaning}`).join("\n");
}
