import type { ConnectorSource } from "./connector-source.ts";
import { npmCommand } from "./npm-command.ts";
import type { ProgramCommand } from "./run-program.ts";

/** How this program starts a connector. A host starts it by its entry: see `entryCommand`. */
export function startCommand(source: ConnectorSource, args: readonly string[]): ProgramCommand {
  if (source.kind === "folder") return { command: process.execPath, args: [source.program, ...args] };
  return npmCommand("npx", ["-y", `${source.package}@${source.version}`, ...args]);
}
