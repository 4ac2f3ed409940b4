import { join } from "node:path";
import { tomlFormat } from "../formats/toml/toml-format.ts";
import type { Host } from "./host.ts";
import { type Machine, place } from "./machine.ts";

/** OpenAI's Codex: the command line, the application and the extension share one configuration. */
export const codex: Host = {
  id: "codex",
  title: "Codex",
  files: (machine) => [place(machine, folder(machine), "config.toml")],
  traces: (machine) => [folder(machine)],
  projectFile: (project) => join(project, ".codex", "config.toml"),
  format: tomlFormat,
  variables: "by name",
  afterwards: "start codex again, and type /mcp in it; a project's file counts once you trust the project",
};

function folder(machine: Machine): string {
  return machine.environment.CODEX_HOME || place(machine, machine.home, ".codex");
}
