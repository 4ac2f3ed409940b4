import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { residentMebibytes } from "./stand/resident-mebibytes.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const lines = 3000;
const folder = temporaryFolder();
const linesOf = (name: string) =>
  Array.from({ length: lines }, (_, index) => `${name} line ${index + 1} of a log that nobody rotates\n`).join("");

/** 3 GiB on paper; on the disk only both ends. */
const log = openSync(join(folder, "big.log"), "w");
writeSync(log, linesOf("first"));
writeSync(log, linesOf("last"), 3 * 1024 ** 3);
closeSync(log);

const server = new RawServer(builtCli, { argv: [folder] });
beforeAll(() => server.initialize());
afterAll(() => server.endInput());

async function read(input: Readonly<Record<string, unknown>>) {
  const { result } = await server.request("tools/call", { name: "fs_read", arguments: { path: "big.log", ...input } });
  const { content, _meta: meta } = result as { content: Array<{ text: string }>; _meta: Record<string, unknown> };
  return { meta, shown: content[0]?.text.split("\n").filter((line) => line.includes("nobody rotates")) ?? [] };
}

describe.runIf(process.platform === "linux")("a log of 3 GiB, with memory measured as Linux tells it,", () => {
  it("is read from both ends, by pages", async () => {
    const first = await read({});
    expect(first.shown[0]).toMatch(/^first line 1 /);
    const { shown } = await read({ cursor: first.meta.nextCursor });
    expect(shown[0]).toMatch(new RegExp(`^first line ${first.shown.length + 1} `));
    const last = await read({ tail: 500 });
    expect([last.shown.length, last.shown[0], last.shown.at(-1)]).toEqual([
      500,
      expect.stringMatching(/^last line 2501 /),
      expect.stringMatching(/^last line 3000 /),
    ]);
  });

  it("shows lines by their number near its start, and refuses in words what lies too far in", async () => {
    const { shown } = await read({ start_line: 2990, end_line: 2995 });
    expect([shown.length, shown[0]]).toEqual([6, expect.stringMatching(/^first line 2990 /)]);
    expect((await read({ start_line: 1_000_000 })).meta.code).toBe("refused");
    expect((await read({ tail: lines + 10 })).meta.code).toBe("refused");
  });

  it("takes no more memory than a short one", async () => {
    const before = residentMebibytes(server.pid);
    for (const input of [{ tail: 3000 }, { start_line: 2000 }, { tail: 1 }, { tail: 2000 }]) await read(input);
    expect(residentMebibytes(server.pid)).toBeLessThan(before + 64);
  });
});
