import { homedir } from "node:os";
import { join } from "node:path";
import type { DescribedOption } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { absolutePaths } from "./absolute-paths.ts";

const options = [
  { name: "roots", kind: "list", positional: true, path: true },
  { name: "journal", kind: "text", path: true },
  { name: "deny", kind: "list", path: false },
  { name: "follow", kind: "boolean", path: false },
] as unknown as readonly DescribedOption[];
const absolute = (...args: string[]) => absolutePaths(args, options, "/work");

describe("the paths among a connector's arguments", () => {
  it("are made absolute, with what is granted under them", () => {
    expect(absolute("notes", "./a b:write", "/x", "--", "-y")).toEqual([
      "/work/notes",
      "/work/a b:write",
      "/x",
      "--",
      "/work/-y",
    ]);
    expect(absolute("~/notes:full", "~")).toEqual([join(homedir(), "notes:full"), homedir()]);
  });

  it("are found behind flags, in both ways of writing them", () => {
    expect(absolute("--journal", "j", "--follow", "r")).toEqual(["--journal", "/work/j", "--follow", "/work/r"]);
    expect(absolute("--journal=j")).toEqual(["--journal=/work/j"]);
  });

  it("are none of what is no path, or what a host fills in", () => {
    const folder = `\${workspaceFolder}`;
    expect(absolute("--deny", "*.md", folder)).toEqual(["--deny", "*.md", folder]);
  });

  it("are none where the connector takes none", () => {
    expect(
      absolutePaths(
        ["postgres://h/d"],
        [{ name: "url", kind: "text", positional: true, path: false } as DescribedOption],
      ),
    ).toEqual(["postgres://h/d"]);
  });
});
