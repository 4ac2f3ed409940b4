import { envReferences } from "../formats/env-references.ts";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { configurationFolder, type Machine, place } from "./machine.ts";

/** Cline: all its applications share one file; its older extension for VS Code has one of its own. */
export const cline: Host = {
  id: "cline",
  title: "Cline",
  files: (machine) => [
    place(machine, machine.home, ".cline", "data", "settings", "cline_mcp_settings.json"),
    place(machine, extension(machine), "settings", "cline_mcp_settings.json"),
  ],
  traces: (machine) => [place(machine, machine.home, ".cline"), extension(machine)],
  format: jsonFormat({ servers: "mcpServers", references: envReferences }),
  variables: "by reference",
  afterwards: "look at MCP Servers in Cline; it sees the change by itself",
};

function extension(machine: Machine): string {
  return place(machine, configurationFolder(machine), "Code", "User", "globalStorage", "saoudrizwan.claude-dev");
}
