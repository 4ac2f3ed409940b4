import { expect, it } from "vitest";
import { findingsOf } from "../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import { examine } from "./examine.ts";

const shelf = shelfConnector(new Shelf()) as never as Parameters<typeof examine>[0]["connector"];

it("finds no problem in a start that is right, and checks the system last", async () => {
  const findings = await findingsOf(examine, { argv: ["--access", "full"] });
  expect(findings.filter(({ level }) => level === "problem" || level === "warning")).toEqual([]);
  expect(findings.at(-1)).toMatchObject({ level: "ok", title: expect.stringContaining("opened and checked") });
});

it("goes on past every failure: broken options, filter, log and connector are all told of", async () => {
  const findings = await findingsOf(examine, {
    connector: {
      ...shelf,
      // biome-ignore lint/correctness/useYield: it fails before it finds anything.
      *doctor() {
        throw new Error("the stethoscope broke");
      },
      open: async () => {
        throw new Error("the shelf is not there");
      },
    },
    argv: ["--config", "/nowhere/at-all.yaml", "--tools", "no_such", "--audit-log", "/nowhere/at-all.jsonl"],
  });
  const titles = findings.filter(({ level }) => level === "problem").map(({ title, detail }) => `${title} ${detail}`);
  expect(titles).toEqual([
    expect.stringContaining("/nowhere/at-all.yaml cannot be read"),
    expect.stringContaining('"no_such" matches no tool'),
    expect.stringContaining("/nowhere/at-all.jsonl cannot be written"),
    expect.stringContaining("the stethoscope broke"),
    expect.stringContaining("the shelf is not there"),
  ]);
});

it("gives every problem and warning a remedy", async () => {
  const findings = await findingsOf(examine, {
    argv: ["--config", "/nowhere/at-all.yaml", "--access", "full", "--confirm", "never", "--tools", "!shelf_*"],
    environment: { DRAWBRIDGE_ACESS: "read", DRAWBRIDGE_TIMEOUT: "soon" },
  });
  const grave = findings.filter(({ level }) => level === "problem" || level === "warning");
  expect(grave).toHaveLength(5);
  for (const { title, remedy } of grave) expect(remedy, title).toBeTruthy();
});
