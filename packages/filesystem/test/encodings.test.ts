import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const mixed = "naïve café 日本\nzweite Zeile\n";
const western = "naïve café\nzweite Zeile ü\n";
const japanese = "日本語のテキスト\n二行目\n";
const utf16 =
  "6e006100ef00760065002000630061006600e9002000e5652c670a007a007700650069007400650020005a00650069006c0065000a00";

/** Bytes that iconv(1) of glibc 2.36 wrote. Where no encoding is asked for, it has to be found. */
const written: ReadonlyArray<readonly [encoding: string, asked: string | undefined, hex: string, text: string]> = [
  ["utf-16le (guessed)", undefined, utf16, mixed],
  ["utf-16be (guessed)", undefined, swapped(utf16), mixed],
  ["utf-16le", undefined, `fffe${utf16}`, mixed],
  ["utf-16be", undefined, swapped(`fffe${utf16}`), mixed],
  ["utf-16le", "utf-16le", utf16, mixed],
  ["utf-16be", "utf-16be", swapped(utf16), mixed],
  ["windows-1252 (guessed)", undefined, "6e61ef766520636166e90a7a7765697465205a65696c6520fc0a", western],
  ["windows-1252", "latin1", "6e61ef766520636166e90a7a7765697465205a65696c6520fc0a", western],
  ["macintosh", "macintosh", "6e61957665206361668e0a7a7765697465205a65696c65209f0a", western],
  ["shift_jis", "shift_jis", "93fa967b8cea82cc8365834c835883670a93f18d7396da0a", japanese],
  ["euc-jp", "euc-jp", "c6fccbdcb8eca4cea5c6a5ada5b9a5c80ac6f3b9d4ccdc0a", japanese],
  ["iso-2022-jp", "iso-2022-jp", "1b2442467c4b5c386c244e2546252d253925481b28420a1b2442467339544c5c1b28420a", japanese],
  ["gb18030", "gb18030", "d6d0cec4cec4b1be0ab5dab6fed0d00a", "中文文本\n第二行\n"],
  ["big5", "big5", "a4a4a4e50a", "中文\n"],
  ["euc-kr", "euc-kr", "c7d1b1b9beee0a", "한국어\n"],
  ["koi8-r", "koi8-r", "f0d2c9d7c5d40a", "Привет\n"],
  ["ibm866", "cp866", "8fe0a8a2a5e20a", "Привет\n"],
  ["iso-8859-2", "iso-8859-2", "7a61bff3b3e60a", "zażółć\n"],
];

const folder = temporaryFolder();
let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

describe("fs_read", () => {
  it.each(written)("reads %s, asked for as %s", async (label, encoding, hex, text) => {
    plant(folder, { "file.txt": Buffer.from(hex, "hex") });
    const answer = await host.callTool("fs_read", {
      path: "file.txt",
      ...(encoding === undefined ? {} : { encoding }),
    });
    const lines = text.trimEnd().split("\n").length;
    expect(answer.meta).toMatchObject({ encoding: label, total_lines: lines, line_ending: "lf" });
    expect(answer.text).toContain(`>\n${text}\n</data`);
  });

  it("gives a long text of guessed UTF-16 by pages as it is", async () => {
    const line = "Zeile für Zeile 😀\n";
    plant(folder, { "long.txt": Buffer.from(line.repeat(9000), "utf16le") });
    let whole = "";
    let cursor: unknown;
    do {
      const { text, meta } = await host.callTool("fs_read", {
        path: "long.txt",
        ...(cursor === undefined ? {} : { cursor }),
      });
      whole += /<data .{8}>\n([\s\S]*)\n<\/data .{8}>$/.exec(text)?.[1];
      cursor = meta.nextCursor;
    } while (cursor !== undefined);
    expect(whole).toBe(line.repeat(9000));
  });
});

function swapped(hex: string): string {
  return Buffer.from(hex, "hex").swap16().toString("hex");
}

describe("a search for what is beyond ASCII", () => {
  /** What fs_grep looks through besides UTF-8 and marked UTF-16, by the name of the file that `written` makes of each. */
  const sought: ReadonlyArray<readonly [encoding: string, pattern: string]> = [
    ["utf-16le (guessed)", "日本"],
    ["utf-16be (guessed)", "日本"],
    ["utf-16le", "日本"],
    ["windows-1252 (guessed)", "café"],
    ["shift_jis", "二行目"],
    ["euc-jp", "二行目"],
    ["gb18030", "中文文本"],
    ["big5", "中文"],
    ["euc-kr", "한국"],
    ["koi8-r", "Привет"],
  ];
  const grep = (input: Readonly<Record<string, unknown>>) => host.callTool("fs_grep", input);

  it.each(sought)("finds it in %s, and shows the line as it is meant", async (encoding, pattern) => {
    const [, , hex = "", text = ""] = written.find(([name]) => name === encoding) ?? [];
    const path = `grep ${encoding}`;
    plant(folder, { [`${path}/a.txt`]: Buffer.from(hex, "hex"), [`${path}/ascii.txt`]: "plain\n" });
    const line = text.split("\n").findIndex((one) => one.includes(pattern));
    const found = await grep({ pattern, path });
    expect(found.text).toContain(`${line + 1}: ${text.split("\n")[line]}`);
    expect(found.text).not.toContain("ascii.txt");
    expect((await grep({ pattern, path, mode: "count" })).text).toContain("1: ");
    expect((await grep({ pattern: "한국어만", path, mode: "files" })).text).not.toContain("a.txt");
  });

  it("takes nothing else for it: programs, secrets, UTF-8 and what only looks alike", async () => {
    plant(folder, {
      "many/program": Buffer.concat([Buffer.from("\0\x01\x02caf", "latin1"), Buffer.from([0xe9, 0, 0xff, 0xfe, 0])]),
      "many/.env": Buffer.from("caf\xe9=secret", "latin1"),
      "many/a-utf8.txt": "ein café\n",
      "many/b-latin.txt": Buffer.from("\nle caf\xe9\n", "latin1"),
      "many/c-other.txt": Buffer.from("caf\xe8\n", "latin1"),
      "many/d-both.txt": Buffer.from("caf\xe9\n".repeat(3), "latin1"),
    });
    const { text } = await grep({ pattern: "café", path: "many", mode: "count" });
    expect(text.split("\n").filter((line) => /^\d+: /.test(line))).toEqual([
      "1: many/a-utf8.txt",
      "1: many/b-latin.txt",
      "3: many/d-both.txt",
    ]);
    expect((await grep({ pattern: "CAF\\x{e9}", case: false, path: "many", mode: "files" })).text).toContain("d-both");
    const first = await grep({ pattern: "café", path: "many/d-both.txt", limit: 2 });
    const cursor = first.meta.nextCursor;
    expect([first.text.match(/café/g)?.length, typeof cursor]).toEqual([2, "string"]);
    const rest = await grep({ pattern: "café", path: "many/d-both.txt", limit: 2, cursor });
    expect(rest.text).toMatch(/3: café/);
  });

  it("keeps back a secret that stands beside it", async () => {
    const secret = `ghp_${"a1B2".repeat(9)}`;
    plant(folder, { "kept.txt": Buffer.from(`caf\xe9 ${secret}\n`, "latin1") });
    const { text } = await grep({ pattern: "café", path: "kept.txt" });
    expect(text).toMatch(/1: café ⟦redacted/);
    expect(text).not.toContain(secret);
  });
});
