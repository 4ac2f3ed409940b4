import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { definitionsOf } from "@drawbridge/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../process/run-command.ts";
import type { Contract } from "./contract.ts";

const refused = 1;
const lockOf = (cli: string) => join(dirname(cli), "definitions.lock.json");

/** The lock that the build makes of what the connector tells hosts, and that its command is held to. */
export function describeLock({ connector, cli, start }: Contract): void {
  describe("its definitions lock", () => {
    const folder = mkdtempSync(join(tmpdir(), "contract-"));
    const copy = join(folder, "dist", "cli.js");
    const run = (...flags: string[]) => runCommand(copy, { ...start, argv: [...flags, ...start.argv] });
    beforeAll(() => copyPackage(dirname(dirname(cli)), folder));
    afterAll(() => rmSync(folder, { recursive: true }));

    it("holds what the source declares, whatever the environment it was built in", () => {
      expect(JSON.parse(readFileSync(lockOf(cli), "utf8"))).toEqual(definitionsOf(connector));
    });

    it("holds what --list-definitions prints", async () => {
      const { stdout } = await runCommand(cli, { argv: ["--list-definitions"] });
      expect(readFileSync(lockOf(cli), "utf8")).toBe(stdout);
    });

    it("lets the untouched command serve", async () => {
      expect(await run()).toMatchObject({ exitCode: 0, stdout: "" });
    });

    const tool = connector.tools[0]?.name ?? "";
    it.each<[string, (lock: string) => string | undefined, string]>([
      ["is missing", () => undefined, "ENOENT"],
      ["cannot be read", (lock) => lock.slice(0, -10), "definitions.lock.json"],
      ["knows a tool by another name", (lock) => lock.replaceAll(`"${tool}"`, '"no_such_tool"'), tool],
    ])("stops the command where it %s, with one line that says what to do", async (_, alter, named) => {
      const altered = alter(readFileSync(lockOf(cli), "utf8"));
      if (altered === undefined) rmSync(lockOf(copy));
      else writeFileSync(lockOf(copy), altered);
      const { exitCode, stdout, stderr } = await run();
      expect([exitCode, stdout]).toEqual([refused, ""]);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(stderr).toContain(named);
      expect(stderr).toContain("Reinstall");
      expect(await run("--check")).toMatchObject({ exitCode: refused, stdout: expect.stringContaining("Reinstall") });
    });
  });
}

/** What is published of a package, and the dependencies that it finds where it stands. */
function copyPackage(from: string, to: string): void {
  for (const part of ["package.json", "dist"]) cpSync(join(from, part), join(to, part), { recursive: true });
  symlinkSync(join(from, "node_modules"), join(to, "node_modules"), "junction");
}
