import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSource } from "./find-source.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "source-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const found = () => findSource({ kind: "folder", folder });

describe("a connector in a folder", () => {
  it("is its command, built", async () => {
    writeFileSync(
      join(folder, "package.json"),
      '{"name": "@acme/shed", "version": "1.2.3", "bin": {"shed": "dist/cli.js"}}',
    );
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist", "cli.js"), "");
    const program = join(folder, "dist", "cli.js");
    expect((await found()).source).toEqual({
      kind: "folder",
      folder,
      package: "@acme/shed",
      version: "1.2.3",
      program,
    });
  });

  it.each([
    [undefined, "holds no connector: .*package.json cannot be read \\(ENOENT\\)"],
    ["{", "cannot be read \\(it is not JSON\\)"],
    ['{"name": "a", "version": "1.0.0"}', "lacks a command \\(bin\\)"],
    ['{"name": "a", "version": "1.0.0", "bin": "cli.js"}', "is not built: .*cli.js is not there; run its build first"],
  ])("is told of in words where it is none: %j", async (manifest, problem) => {
    if (manifest !== undefined) writeFileSync(join(folder, "package.json"), manifest);
    await expect(found()).rejects.toThrow(new RegExp(problem));
  });
});
