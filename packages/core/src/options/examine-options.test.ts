import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { sampleOptions } from "../../test/sample-options.ts";
import { examineOptions } from "./examine-options.ts";
import { option } from "./option.ts";
import { UsageError } from "./usage-error.ts";

const sample = sampleOptions();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "drawbridge-examine-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const path = join(folder, "config.yaml");
  writeFileSync(path, text);
  return path;
}

const examine = (argv: readonly string[], environment: Record<string, string> = {}) =>
  examineOptions(sample, argv, environment);

describe("examineOptions", () => {
  it("lets a mode do without what is otherwise required, and still tells of what cannot be taken", async () => {
    const options = z.object({
      sweep: option(z.boolean().optional(), { description: "Sweep instead", flagOnly: true }),
      room: option(z.enum(["hall", "attic"]), { description: "To serve" }),
      broom: option(z.string().default("straw"), { description: "To sweep with" }),
    });
    const sweeping = (...argv: string[]) => examineOptions(options, argv, {}, ["sweep"]);
    const broom = "straw";
    expect(await sweeping("--sweep")).toMatchObject({ own: { sweep: true, broom }, asked: ["sweep"], problems: [] });
    expect(await sweeping("--sweep", "--room", "roof")).toMatchObject({ own: { sweep: true, broom }, problems: [{}] });
    expect(await sweeping()).toMatchObject({ own: undefined, asked: [], problems: [{}] });
  });

  it("finds no problem in what is right", async () => {
    const { own, standard, problems } = await examine(["--mode", "fast", "notes"]);
    expect([own, standard, problems]).toEqual([
      expect.objectContaining({ mode: "fast", folders: ["notes"] }),
      expect.objectContaining({ confirm: "destroy" }),
      [],
    ]);
  });

  it("tells each problem with its source, and does without the values", async () => {
    const file = written("max-file-bytes: none\ntimeout: 5s\nacces: read\n");
    const { own, standard, problems } = await examine(["--config", file, "--mode", "slow"], {
      DRAWBRIDGE_FOLLOW_LINKS: "perhaps",
      DRAWBRIDGE_CONFIRM: "sometimes",
    });
    expect(problems.map(({ source, option }) => [source, option?.name])).toEqual([
      ["file", undefined],
      ["environment", "confirm"],
      ["file", "max-file-bytes"],
      ["environment", "follow-links"],
      ["command line", "mode"],
    ]);
    expect(own).toMatchObject({ maxFileBytes: 100, followLinks: false, mode: "safe" });
    expect(standard).toMatchObject({ confirm: "destroy", timeout: 5000 });
  });

  it("goes on without a configuration file that cannot be read", async () => {
    const { own, problems } = await examine(["--config", join(folder, "gone.yaml"), "notes"]);
    expect(problems).toMatchObject([{ source: "file", error: { message: expect.stringContaining("ENOENT") } }]);
    expect(own).toMatchObject({ folders: ["notes"] });
  });

  it("has no options of the connector where one that is required is missing, and says so once", async () => {
    const needy = z.object({
      token: option(z.string(), { description: "Opens it", secret: true }),
      url: option(z.string(), { description: "Where" }),
    });
    const given = { DRAWBRIDGE_TOKEN_FILE: join(folder, "no-token") };
    const { own, problems } = await examineOptions(needy, [], given);
    expect(own).toBeUndefined();
    expect(problems.map(({ source, option }) => [source, option?.name])).toEqual([
      ["environment", "token"],
      ["nowhere", "url"],
    ]);
  });

  it("keeps every secret for redaction, those that cannot be taken or stand in the file in clear too", async () => {
    const file = written("token: in-clear-1\n");
    expect((await examine([], { SAMPLE_TOKEN: "short" })).secrets).toEqual(["short"]);
    expect((await examine(["--config", file])).secrets).toContain("in-clear-1");
    expect((await examine(["--config", file], { SAMPLE_TOKEN: "from-env-1" })).secrets).toContain("in-clear-1");
  });

  it("throws for flags that do not exist", async () => {
    await expect(examine(["--moed", "fast"])).rejects.toThrow(UsageError);
  });
});
