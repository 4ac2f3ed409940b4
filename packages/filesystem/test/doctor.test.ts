import { existsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "@drawbridge/testkit";
import { describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const notes = join(base, "notes");
plant(base, { "notes/a.md": "A" });

const doctor = (...argv: string[]) => runCommand(builtCli, { argv: ["--doctor", ...argv] });

describe("--doctor", () => {
  it("tells of containment, roots and places of secrets, and that all is well", async () => {
    const { exitCode, stdout, stderr } = await doctor(notes);
    expect([exitCode, stderr]).toEqual([0, ""]);
    for (const words of ["Containment: ", `The root ${notes} can be served`, "places of secrets", "0 problems"]) {
      expect(stdout).toContain(words);
    }
  });

  it("tells of a good root beside one that is missing", async () => {
    const { exitCode, stdout } = await doctor(notes, join(base, "nots"));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`^ok +The root ${notes} can be served`, "m"));
    expect(stdout).toMatch(/^problem +The root .*nots does not exist; did you mean/m);
  });

  it("looks at the rest where no root is given at all", async () => {
    const { exitCode, stdout } = await doctor("--tools", "fs_raed");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^problem +Nothing is given to serve/m);
    expect(stdout).toContain("Write fs_read instead");
  });

  it("tells of the journal where something may be changed, and makes none", async () => {
    const journal = join(base, "state");
    const { exitCode, stdout } = await doctor("--journal", journal, `${notes}:write`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`The journal will be made at ${join(journal, "transactions")}`);
    expect(existsSync(journal)).toBe(false);
    expect((await doctor("--journal", journal, notes)).stdout).not.toContain("journal");
  });

  it("stops at wrong usage before it prints anything", async () => {
    const { exitCode, stdout, stderr } = await doctor(`${notes}:wirte`);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('did you mean "write"?');
  });

  it("lets a root's name neither colour the terminal nor forge a finding", async () => {
    const { stdout } = await doctor(join(base, "\u001B[2J\nok       All is well"));
    expect(stdout).not.toContain("\u001B");
    expect(stdout).not.toMatch(/^ok +All is well/m);
  });
});
