import { join } from "node:path";
import { jsonFormat } from "../formats/json/json-format.ts";
import type { Host } from "./host.ts";
import { place } from "./machine.ts";

/** Claude in a terminal. Its project file is meant to be committed, and each person approves it once. */
export const claudeCode: Host = {
  id: "claude-code",
  title: "Claude Code",
  files: (machine) => [place(machine, machine.environment.CLAUDE_CONFIG_DIR || machine.home, ".claude.json")],
  traces: (machine) => [
    ...claudeCode.files(machine),
    machine.environment.CLAUDE_CONFIG_DIR || place(machine, machine.home, ".claude"),
  ],
  projectFile: (folder) => join(folder, ".mcp.json"),
  format: jsonFormat({
    servers: "mcpServers",
    also: { type: "stdio" },
    references: { write: (variable) => `\${${variable}}`, pattern: /^\$\{(\w+)\}$/ },
  }),
  variables: "by reference",
  afterwards: "start claude again, or type /mcp in it",
  wrapsOnWindows: true,
};
