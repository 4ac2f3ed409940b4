import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describeContract } from "@drawbridge/testkit";
import { afterAll } from "vitest";
import { filesystem } from "../src/connector.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-contract-"));
mkdirSync(join(folder, "notes"));
writeFileSync(join(folder, "readme.md"), "# Hello\n");
writeFileSync(join(folder, "watched.md"), "");
writeFileSync(join(folder, "notes", "monday.md"), "one\ntwo\nthree\n");
writeFileSync(join(folder, "notes", "long.md"), "a line that is read by pages, and not lost between them\n".repeat(60));
for (let week = 1; week <= 30; week += 1) writeFileSync(join(folder, "notes", `week-${week}.md`), `week ${week}\n`);
afterAll(() => rmSync(folder, { recursive: true }));

/** Every file with its content and the time of its last change. */
function everyFile() {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const stats = statSync(path);
      return [name, stats.mtimeMs, stats.mode, stats.isFile() ? readFileSync(path, "utf8") : undefined];
    });
}

describeContract({
  connector: filesystem,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: [folder] },
  unreachable: { argv: [join(folder, "gone")] },
  calls: {
    fs_roots: [{}],
    fs_list: [{ path: folder }, { path: "notes" }, { depth: 3, sort: "size" }, { gitignore: true, hidden: true }],
    fs_find: [{ glob: "*.md" }, { glob: "notes/**", type: "file", modified_after: "2020-01-01" }],
    fs_grep: [{ pattern: "week" }, { pattern: "WEEK", case: false, mode: "count", context: 2 }],
    fs_read: [
      { path: "readme.md" },
      { path: join(folder, "notes/monday.md"), start_line: 2 },
      { path: "readme.md", tail: 1 },
      { path: "notes/long.md" },
      { path: "notes/long.md", tail: 40 },
    ],
    fs_read_many: [{ paths: ["readme.md", "notes/monday.md", "missing.md"] }],
    fs_stat: [{ path: "readme.md", hash: true }, { path: "notes" }, { path: "." }],
  },
  state: everyFile,
  subscription: {
    uri: pathToFileURL(join(folder, "watched.md")).href,
    change: () => appendFileSync(join(folder, "watched.md"), "more\n"),
  },
  toolListBytes: 10.75 * 1024,
});
