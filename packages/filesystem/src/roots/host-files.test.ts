import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Log, LogFields } from "@drawbridge/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { HostFiles } from "./host-files.ts";

const base = temporaryFolder();
const at = (path: string) => join(base, path);
const addressOf = (path: string) => pathToFileURL(at(path)).href;
plant(base, { "work/a/x.md": "", "work/b/x.md": "", "work/file.md": "", "outside/x.md": "" });
const files = openFiles([at("work")]);

async function narrowed(...uris: readonly string[]) {
  const lines: LogFields[] = [];
  const log: Log = { enabled: () => true, write: (_, fields) => void lines.push(fields), flush: async () => {} };
  const host = new HostFiles(files, log);
  await host.to(uris.map((uri) => ({ uri })));
  return { host, lines, paths: host.client.roots.map(({ given }) => given) };
}

describe("a folder of a host's", () => {
  it.each([
    addressOf("work/a"),
    `${addressOf("work/a")}/`,
    `file://localhost${at("work/a")}`,
    `FILE://${at("work/a")}`,
    addressOf("work/a").replace("/a", "/%61"),
  ])("is understood however it is written: %s", async (uri) => {
    expect((await narrowed(uri)).paths).toEqual([at("work/a")]);
  });

  it.each([
    ["empty", ""],
    ["of the web", "https://example.com/work"],
    ["of another machine", `file://server${at("work/a")}`],
    ["of this machine under another's name", `file://127.0.0.1${at("work/a")}`],
    ["no address but a path", at("work/a")],
    ["half an address", "file:"],
    ["one that climbs", `${addressOf("work/a")}/../b`],
    ["one that climbs, encoded", `${addressOf("work/a")}/%2e%2E/b`],
    ["one that climbs, half encoded", `${addressOf("work/a")}/.%2e/b`],
    ["one that climbs at the end", `${addressOf("work/a")}/..`],
    ["one that climbs by backslashes", `${addressOf("work/a")}\\..\\b`],
    ["one with a slash encoded", `${addressOf("work")}%2fa`],
    ["one with a NUL byte", `${addressOf("work/a")}%00`],
    ["one with a query", `${addressOf("work/a")}?b`],
    ["one with broken escapes", `${addressOf("work/a")}%zz`],
    ["over-long", `file:///${"a/".repeat(3000)}`],
    ["nowhere", addressOf("work/nothing")],
    ["a file", addressOf("work/file.md")],
    ["outside", addressOf("outside")],
  ])("is left out, and said to be in the log without its address, where it is %s", async (_, uri) => {
    const { paths, lines } = await narrowed(uri, addressOf("work/b"));
    expect(paths).toEqual([at("work/b")]);
    expect(lines).toEqual([{ event: "host root", number: 1, problem: expect.any(String) }]);
    const alone = await narrowed(uri);
    expect([alone.paths, alone.host.client.narrowing]).toEqual([[], expect.stringContaining("nothing is served")]);
  });

  it("is served once, however often it is named", async () => {
    expect((await narrowed(addressOf("work/a"), addressOf("work/a"), `${addressOf("work/a")}/`)).paths).toHaveLength(1);
  });

  it("never widens what was given, whatever its address", async () => {
    const piece = fc.constantFrom(
      "/",
      "..",
      ".",
      "work",
      "a",
      "outside",
      "%2e%2e",
      "%2f",
      "file://",
      base,
      "\\",
      "\0",
      "?",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        for (const { real } of (await narrowed(`file://${base}/${pieces.join("")}`, pieces.join(""))).host.client
          .roots) {
          expect(`${real}/`.startsWith(`${at("work")}/`)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.runIf(process.platform === "linux")("is held once, however often the host changes its mind", async () => {
    const { host } = await narrowed(addressOf("work/a"));
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let round = 0; round < 50; round += 1) await host.to([{ uri: addressOf("work/a") }]);
    expect(open()).toBe(before);
  });
});
