import { join } from "node:path";
import { yamlFormat } from "../formats/yaml/yaml-format.ts";
import type { Host } from "./host.ts";
import { place } from "./machine.ts";

const format = yamlFormat(
  { write: (variable) => `\${{ secrets.${variable} }}`, pattern: /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/ },
  { name: "Drawbridge", version: "1.0.0", schema: "v1" },
);

/** The assistant Continue: a person's configuration is one file, a project's is a folder of them. */
export const continueHost: Host = {
  id: "continue",
  title: "Continue",
  files: (machine) => [place(machine, machine.home, ".continue", "config.yaml")],
  traces: (machine) => [place(machine, machine.home, ".continue")],
  projectFile: (folder) => join(folder, ".continue", "mcpServers", "drawbridge.yaml"),
  format,
  variables: "by reference",
  variablesRemark: "Continue looks for it in ~/.continue/.env and in the project's .env: put it there",
  afterwards: "reload Continue's configuration; servers are used in agent mode",
};
