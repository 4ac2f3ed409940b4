import { describe, expect, it } from "vitest";
import { hosts } from "./hosts.ts";
import type { Machine } from "./machine.ts";

const mac: Machine = { platform: "darwin", home: "/Users/ada", environment: {} };
const linux: Machine = { platform: "linux", home: "/home/ada", environment: {} };
const windows: Machine = {
  platform: "win32",
  home: "C:\\Users\\ada",
  environment: { APPDATA: "C:\\Users\\ada\\AppData\\Roaming", LOCALAPPDATA: "C:\\Users\\ada\\AppData\\Local" },
};

const first = (machine: Machine) => Object.fromEntries(hosts.map((host) => [host.id, host.files(machine)[0]]));

describe("where hosts have their configuration", () => {
  it("is known on macOS", () => {
    expect(first(mac)).toEqual({
      "claude-desktop": "/Users/ada/Library/Application Support/Claude/claude_desktop_config.json",
      "claude-code": "/Users/ada/.claude.json",
      cursor: "/Users/ada/.cursor/mcp.json",
      vscode: "/Users/ada/Library/Application Support/Code/User/mcp.json",
      windsurf: "/Users/ada/.codeium/windsurf/mcp_config.json",
      zed: "/Users/ada/.config/zed/settings.json",
      codex: "/Users/ada/.codex/config.toml",
      "gemini-cli": "/Users/ada/.gemini/settings.json",
      cline: "/Users/ada/.cline/data/settings/cline_mcp_settings.json",
      continue: "/Users/ada/.continue/config.yaml",
    });
  });

  it("is known on Linux, also where its folders are moved", () => {
    expect(first(linux)).toMatchObject({
      vscode: "/home/ada/.config/Code/User/mcp.json",
      zed: "/home/ada/.config/zed/settings.json",
    });
    const moved = { XDG_CONFIG_HOME: "/c", CODEX_HOME: "/x", CLAUDE_CONFIG_DIR: "/k" };
    expect(first({ ...linux, environment: moved })).toMatchObject({
      vscode: "/c/Code/User/mcp.json",
      zed: "/c/zed/settings.json",
      codex: "/x/config.toml",
      "claude-code": "/k/.claude.json",
    });
  });

  it("is known on Windows", () => {
    expect(first(windows)).toMatchObject({
      "claude-desktop": "C:\\Users\\ada\\AppData\\Roaming\\Claude\\claude_desktop_config.json",
      vscode: "C:\\Users\\ada\\AppData\\Roaming\\Code\\User\\mcp.json",
      zed: "C:\\Users\\ada\\AppData\\Roaming\\Zed\\settings.json",
      codex: "C:\\Users\\ada\\.codex\\config.toml",
    });
  });

  it.each(hosts)("lets $title take an entry and read it again", ({ format, variables }) => {
    const env =
      variables === "by reference" ? { A: { variable: "B" } } : variables === "by name" ? { B: { variable: "B" } } : {};
    const entry = { command: "npx", args: ["-y", "@drawbridge/github@1.2.3"], env: { ...env, C: { text: "d" } } };
    expect(format.read(format.put("", "github", entry)).get("github")).toEqual(entry);
    expect(format.names(format.take(format.put("", "github", entry), "github"))).toEqual([]);
  });
});
