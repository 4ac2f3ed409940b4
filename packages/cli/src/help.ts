import { commands } from "./commands.ts";

/** What `--help` prints. */
export function help(): string {
  const lines = commands.map(
    ({ name, operands, description }) => `  drawbridge ${name} ${operands}\n      ${description}`,
  );
  return `Drawbridge looks after MCP connectors.

${lines.join("\n")}

  drawbridge --help, --version

Exit codes: 0 well, 1 not well, 2 wrong usage.
`;
}
