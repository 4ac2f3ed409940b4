import { join } from "node:path";
import { envReferences } from "../formats/env-references.ts";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { configurationFolder, place } from "./machine.ts";

/** Visual Studio Code, by the configuration of the default profile. */
export const vscode: Host = {
  id: "vscode",
  title: "VS Code",
  files: (machine) => [place(machine, configurationFolder(machine), "Code", "User", "mcp.json")],
  traces: (machine) => [place(machine, configurationFolder(machine), "Code", "User")],
  projectFile: (folder) => join(folder, ".vscode", "mcp.json"),
  format: jsonFormat({ servers: "servers", also: { type: "stdio" }, references: envReferences }),
  variables: "by reference",
  afterwards: "run MCP: List Servers in VS Code and start it there; you are asked once whether you trust it",
};
