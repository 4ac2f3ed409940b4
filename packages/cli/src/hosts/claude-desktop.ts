import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { configurationFolder, place } from "./machine.ts";

/** Claude's desktop application. From Microsoft's store it keeps what it writes to AppData in a folder of its own package. */
export const claudeDesktop: Host = {
  id: "claude-desktop",
  title: "Claude Desktop",
  files(machine) {
    const usual = place(machine, configurationFolder(machine), "Claude", "claude_desktop_config.json");
    const { platform, home, environment } = machine;
    if (platform !== "win32") return [usual];
    const local = environment.LOCALAPPDATA || place(machine, home, "AppData", "Local");
    const store = ["Packages", "Claude_pzs8sxrjxfjjc", "LocalCache", "Roaming", "Claude", "claude_desktop_config.json"];
    return [usual, place(machine, local, ...store)];
  },
  traces: (machine) => claudeDesktop.files(machine).map((file) => place(machine, file, "..")),
  format: jsonFormat({ servers: "mcpServers", references: undefined }),
  variables: "none",
  afterwards: "quit Claude Desktop and start it again",
};
