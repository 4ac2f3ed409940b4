import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/findings-of.ts";
import { access } from "./access.ts";

describe("access", () => {
  it.each([
    [[], "change nothing (access read, confirm destroy)"],
    [["--access", "write"], "destroy nothing (access write, confirm destroy)"],
    [["--access", "full"], "destroy them (access full, confirm destroy)"],
  ])("says in words what %j means", async (argv, words) => {
    expect(await findingsOf(access, { argv })).toMatchObject([{ level: "ok", title: expect.stringContaining(words) }]);
  });

  it.each([
    [["--access", "write"], "Nobody is asked"],
    [["--access", "write", "--confirm", "write"], "before a call changes"],
    [["--access", "full"], "before a call destroys"],
  ])("says with %j whom a call asks", async (argv, words) => {
    expect(await findingsOf(access, { argv })).toMatchObject([{ detail: expect.stringContaining(words) }]);
  });

  it("warns where calls destroy and nobody is asked", async () => {
    expect(await findingsOf(access, { argv: ["--access", "full", "--confirm", "never"] })).toMatchObject([
      { level: "warning", remedy: expect.stringContaining("--confirm destroy") },
    ]);
  });

  it("does not warn where nobody needs to be asked", async () => {
    expect(await findingsOf(access, { argv: ["--confirm", "never"] })).toMatchObject([{ level: "ok" }]);
  });
});
