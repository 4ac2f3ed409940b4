import { envReferences } from "../formats/env-references.ts";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { place } from "./machine.ts";

/** The editor Windsurf. */
export const windsurf: Host = {
  id: "windsurf",
  title: "Windsurf",
  files: (machine) => [place(machine, machine.home, ".codeium", "windsurf", "mcp_config.json")],
  traces: (machine) => [place(machine, machine.home, ".codeium", "windsurf")],
  format: jsonFormat({ servers: "mcpServers", references: envReferences }),
  variables: "by reference",
  afterwards: "press refresh under MCP servers in Windsurf",
};
