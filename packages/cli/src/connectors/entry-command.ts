import type { ConnectorSource } from "./connector-source.ts";
import type { ProgramCommand } from "./run-program.ts";

/** How a host starts a connector: what stands in its configuration. */
export function entryCommand(source: ConnectorSource, args: readonly string[]): ProgramCommand {
  if (source.kind === "folder") return { command: "node", args: [source.program, ...args] };
  return { command: "npx", args: ["-y", `${source.package}@${source.version}`, ...args] };
}
