import { describe, expect, it } from "vitest";
import { pinnedPackage } from "./pinned-package.ts";

describe("the package that an entry has npx run", () => {
  it.each([
    ["npx", ["-y", "@drawbridge/github@1.2.3", "--x"], { package: "@drawbridge/github", version: "1.2.3", index: 1 }],
    [
      "npx",
      ["--yes", "--quiet", "@drawbridge/github"],
      { package: "@drawbridge/github", version: undefined, index: 2 },
    ],
    ["/usr/local/bin/npx", ["shed@latest"], { package: "shed", version: "latest", index: 0 }],
    ["cmd", ["/c", "npx", "-y", "@a/b@1.0.0"], { package: "@a/b", version: "1.0.0", index: 3 }],
    ["C:\\node\\npx.cmd", ["-y", "@a/b@1.0.0"], { package: "@a/b", version: "1.0.0", index: 1 }],
  ])("is found in %s %j", (command, args, pinned) => expect(pinnedPackage({ command, args })).toEqual(pinned));

  it.each([
    ["node", ["server.js"]],
    ["npx", ["-y"]],
    ["docker", ["run", "-i", "image", "npx"]],
  ])("is none in %s %j", (command, args) => expect(pinnedPackage({ command, args })).toBeUndefined());
});
