import { appendFileSync, closeSync, openSync, readSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Host, openHost, stdio } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const log = join(base, "large.log");
const line = `${"é".padEnd(1022, "x")}\r\n`;
/** Just over what is held in memory as a whole. */
const size = 65 * 1024 * 1024;

let host: Host;
beforeAll(async () => {
  writeFileSync(log, line.repeat(Math.ceil(size / Buffer.byteLength(line))));
  host = await openHost("2025-11-25, SDK 2", stdio(builtCli, { argv: ["--access", "write", base] }));
});
afterAll(() => host.close());

function end(length: number): string {
  const bytes = Buffer.alloc(length);
  const descriptor = openSync(log, "r");
  readSync(descriptor, bytes, 0, length, statSync(log).size - length);
  closeSync(descriptor);
  return bytes.toString();
}
const append = (content: string, more: object = {}) =>
  host.callTool("fs_write", { path: log, content, mode: "append", ...more });

describe("a file larger than is held in memory", () => {
  it("is added to, with its own line ends, and undone", async () => {
    const before = statSync(log).size;
    const answer = await append("one: ü\ntwo\n");
    expect(answer.structured).toMatchObject({ size: before + Buffer.byteLength("one: ü\r\ntwo\r\n") });
    expect(end(17)).toBe("x\r\none: ü\r\ntwo\r\n");
    await host.callTool("fs_undo", { transaction: answer.structured?.transaction });
    expect(statSync(log).size).toBe(before);
    expect(end(line.length + 1)).toBe(line);
  });

  it("is not added to where it was changed since it was read", async () => {
    const { meta } = await host.callTool("fs_read", { path: log, end_line: 1 });
    expect(meta.etag).toMatch(/^m-/);
    appendFileSync(log, "meanwhile\r\n");
    const answer = await append("late\n", { if_match: meta.etag });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("conflict")]);
    expect(end(11)).toBe("meanwhile\r\n");
  });

  it("takes no character that its encoding lacks", async () => {
    const answer = await append("漢\n", { encoding: "windows-1252" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("has no 漢")]);
  });
});
