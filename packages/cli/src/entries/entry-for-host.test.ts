import type { DescribedOption } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { claudeCode } from "../hosts/claude-code.ts";
import { claudeDesktop } from "../hosts/claude-desktop.ts";
import { codex } from "../hosts/codex.ts";
import { zed } from "../hosts/zed.ts";
import { entryForHost } from "./entry-for-host.ts";

const source = { kind: "registry", package: "@drawbridge/github", version: "1.2.3" } as const;
const options = [
  { name: "token", environment: ["DRAWBRIDGE_TOKEN", "GITHUB_TOKEN"] },
] as unknown as readonly DescribedOption[];
const started = (variable: string) => ({
  source,
  args: ["--repos", "me/x"],
  env: { DRAWBRIDGE_TOKEN: { variable } },
  options,
});

describe("an entry for a host", () => {
  it("has the exact version", () => {
    const entry = entryForHost(claudeDesktop, { ...started("X"), env: {} }, "linux");
    expect(entry).toEqual({ command: "npx", args: ["-y", "@drawbridge/github@1.2.3", "--repos", "me/x"], env: {} });
  });

  it("refers to a variable where the host can", () => {
    expect(entryForHost(claudeCode, started("MINE"), "linux")).toHaveProperty("env", {
      DRAWBRIDGE_TOKEN: { variable: "MINE" },
    });
  });

  it("names a variable that keeps its name, or leaves it out where servers have all", () => {
    expect(entryForHost(codex, started("GITHUB_TOKEN"), "linux")).toHaveProperty("env", {
      GITHUB_TOKEN: { variable: "GITHUB_TOKEN" },
    });
    expect(entryForHost(zed, started("GITHUB_TOKEN"), "linux")).toHaveProperty("env", {});
  });

  it("says what to do where a host cannot hand the variable on", () => {
    const ofCodex = entryForHost(codex, started("MINE"), "linux");
    expect(ofCodex).toHaveProperty("problem", expect.stringContaining("one of DRAWBRIDGE_TOKEN, GITHUB_TOKEN"));
    const ofDesktop = entryForHost(claudeDesktop, started("GITHUB_TOKEN"), "linux");
    expect(ofDesktop).toHaveProperty("problem", expect.stringContaining("--secret-keyring token"));
  });

  it("goes by the command processor on Windows where the host needs it, unless that would act on an argument", () => {
    const plain = { ...started("X"), env: {} };
    expect(entryForHost(claudeCode, plain, "win32")).toMatchObject({
      command: "cmd",
      args: ["/c", "npx", "-y", expect.anything(), "--repos", "me/x"],
    });
    expect(entryForHost(claudeCode, { ...plain, args: ["a&b"] }, "win32")).toHaveProperty("command", "npx");
    expect(entryForHost(claudeDesktop, plain, "win32")).toHaveProperty("command", "npx");
  });
});
