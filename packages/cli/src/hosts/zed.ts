import { join } from "node:path";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { configurationFolder, type Machine, place } from "./machine.ts";

/** The editor Zed, which keeps its settings under ~/.config on macOS too. */
export const zed: Host = {
  id: "zed",
  title: "Zed",
  files: (machine) => [place(machine, folder(machine), "settings.json")],
  traces: (machine) => [folder(machine)],
  projectFile: (project) => join(project, ".zed", "settings.json"),
  format: jsonFormat({ servers: "context_servers", references: undefined }),
  variables: "all",
  variablesRemark: "Zed has the variables of the shell that you log in with",
  afterwards: "look at the Agent Panel's settings in Zed; it sees the change by itself",
};

function folder(machine: Machine): string {
  if (machine.platform === "darwin") return place(machine, machine.home, ".config", "zed");
  return place(machine, configurationFolder(machine), machine.platform === "win32" ? "Zed" : "zed");
}
