import { join } from "node:path";
import { envReferences } from "../formats/env-references.ts";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { place } from "./machine.ts";

/** The editor Cursor. */
export const cursor: Host = {
  id: "cursor",
  title: "Cursor",
  files: (machine) => [place(machine, machine.home, ".cursor", "mcp.json")],
  traces: (machine) => [place(machine, machine.home, ".cursor")],
  projectFile: (folder) => join(folder, ".cursor", "mcp.json"),
  format: jsonFormat({ servers: "mcpServers", also: { type: "stdio" }, references: envReferences }),
  variables: "by reference",
  afterwards: "look at Cursor Settings, MCP; it sees the change by itself",
};
