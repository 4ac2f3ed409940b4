import { join } from "node:path";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { place } from "./machine.ts";

/** Google's Gemini in a terminal. */
export const geminiCli: Host = {
  id: "gemini-cli",
  title: "Gemini CLI",
  files: (machine) => [place(machine, machine.home, ".gemini", "settings.json")],
  traces: (machine) => [place(machine, machine.home, ".gemini")],
  projectFile: (folder) => join(folder, ".gemini", "settings.json"),
  format: jsonFormat({
    servers: "mcpServers",
    references: { write: (variable) => `\${${variable}}`, pattern: /^\$\{?(\w+)\}?$/ },
  }),
  variables: "by reference",
  afterwards: "start gemini again, and type /mcp in it",
};
