import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeOptions, mistypedVariables, standardOptions } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { openHost } from "../hosts/open-host.ts";
import { inProcess } from "../places/in-process.ts";
import { runCommand } from "../process/run-command.ts";
import type { Contract } from "./contract.ts";

const wrongUsage = 2;

/** The command line that all connectors share. */
export function describeCommand({ connector, cli, start, unreachable }: Contract): void {
  const run = (...flags: string[]) => runCommand(cli, { ...start, argv: [...flags, ...start.argv] });

  describe("its command", () => {
    it("explains itself: --help names every option", async () => {
      const { exitCode, stdout } = await runCommand(cli, { argv: ["--help"] });
      expect(exitCode).toBe(0);
      for (const { name } of [...describeOptions(standardOptions), ...describeOptions(connector.options)]) {
        const positional = describeOptions(connector.options).find(
          (option) => option.name === name && option.positional,
        );
        expect(stdout).toContain(positional?.placeholder ?? name);
      }
    });

    it("tells its version", async () => {
      const { exitCode, stdout } = await runCommand(cli, { argv: ["--version"] });
      expect([exitCode, stdout.trim()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
    });

    it("stops at a mistyped flag and names the one that was meant", async () => {
      const { exitCode, stdout, stderr } = await run("--acess", "read");
      expect([exitCode, stdout]).toEqual([wrongUsage, ""]);
      expect(stderr).toContain("--access");
      expect(stderr.trim().split("\n")).toHaveLength(1);
    });

    it("stops at a value that an option does not take", async () => {
      const { exitCode, stderr } = await run("--timeout", "soon");
      expect(exitCode).toBe(wrongUsage);
      expect(stderr).toContain("--timeout");
    });

    it("stops at a tool filter that matches nothing", async () => {
      const { exitCode, stderr } = await run("--tools", `${connector.tools[0]?.name}x`);
      expect(exitCode).toBe(wrongUsage);
      expect(stderr).toContain(connector.tools[0]?.name);
    });

    it("stops at an unknown key in a configuration file and names the one that was meant", async () => {
      const folder = mkdtempSync(join(tmpdir(), "contract-"));
      try {
        writeFileSync(join(folder, "config.yaml"), "acces: read\n");
        const { exitCode, stderr } = await run("--config", join(folder, "config.yaml"));
        expect(exitCode).toBe(wrongUsage);
        expect(stderr).toContain('"access"');
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it("takes its options from a configuration file as well", async () => {
      const folder = mkdtempSync(join(tmpdir(), "contract-"));
      try {
        writeFileSync(join(folder, "config.json"), JSON.stringify({ timeout: "5s", "log-format": "pretty" }));
        expect(await run("--config", join(folder, "config.json"), "--check")).toMatchObject({ exitCode: 0 });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it.each(["json", "pretty"])("logs to stderr, and says when it serves and stops, as %s", async (format) => {
      const { exitCode, stdout, stderr } = await run("--log-format", format);
      expect([exitCode, stdout]).toEqual([0, ""]);
      expect(stderr).toContain("serving");
      expect(stderr).toContain("stopped");
    });

    it("reports with --check whether the system can be used", async () => {
      const { exitCode, stdout } = await run("--check");
      expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ ok: true })]);
    });

    it("tells with --doctor that all is well", async () => {
      const { exitCode, stdout, stderr } = await run("--doctor");
      expect([exitCode, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^ok +.*: opened and checked in/m);
      expect(stdout).toMatch(/\n0 problems, \d+ warnings?\.\n$/);
    });

    it("tells with --doctor what is wrong, with a remedy, and looks at the rest all the same", async () => {
      const { exitCode, stdout } = await run("--doctor", "--config", join(tmpdir(), "no-such-file.yaml"));
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^problem +--config .*\n +Remedy: /m);
      expect(stdout).toMatch(/^ok +.*: opened and checked in/m);
    });

    it.runIf(unreachable !== undefined)("tells with --doctor that the system cannot be used", async () => {
      const { argv = [], ...rest } = unreachable ?? {};
      const { exitCode, stdout } = await runCommand(cli, { ...rest, argv: ["--doctor", ...argv] });
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/^problem +.* cannot be used: .*\n(?: {9}.*\n)? +Remedy: /m);
    });

    it("has no variable that another connector would take for a mistyped one of its own", () => {
      const variables = describeOptions(connector.options).flatMap(({ environment }) => environment);
      const environment = Object.fromEntries(variables.map((variable) => [variable, "given"]));
      expect(mistypedVariables(environment, z.object({}))).toEqual([]);
    });

    it("prints with --list-tools what a host is shown", async () => {
      const { stdout } = await run("--list-tools");
      const host = await openHost("2025-11-25, SDK 2", inProcess(connector, start));
      expect(JSON.parse(stdout)).toEqual(await host.listTools());
      await host.close();
    });
  });
}
