import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sha256 } from "@drawbridge/core";
import { describeContract } from "@drawbridge/testkit";
import { afterAll } from "vitest";
import { filesystem } from "../src/connector.ts";
import { craftZip } from "./stand/craft-zip.ts";
import { document } from "./stand/document.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-contract-")));
const journal = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-journal-")));
afterAll(() => {
  for (const made of [folder, journal]) rmSync(made, { recursive: true });
});

/** The only transaction that there is before a call. */
const transaction = "20260101000000000-00000001";

/** The tree as the calls expect it, and a journal that knows of one folder that was made. */
function lay(principal = "local"): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const name of ["notes", "made"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "readme.md"), "# Hello\n");
  writeFileSync(join(folder, "watched.md"), "");
  writeFileSync(join(folder, "notes", "monday.md"), "one\ntwo\nthree\n");
  writeFileSync(
    join(folder, "notes", "long.md"),
    "a line that is read by pages, and not lost between them\n".repeat(60),
  );
  writeFileSync(join(folder, "notes", "headings.md"), "# A heading that is read by pages\n".repeat(60));
  writeFileSync(join(folder, "keys.json"), '{ "name": "x", "list": [1, 2] }\n');
  for (const name of ["loaf.png", "bell.wav", "recipes.pdf", "orders.xlsx"]) {
    writeFileSync(join(folder, name), document(name));
  }
  for (let week = 1; week <= 30; week += 1) writeFileSync(join(folder, "notes", `week-${week}.md`), `week ${week}\n`);
  writeFileSync(join(folder, "old.zip"), craftZip([{ name: "kept/1999.md", content: "old\n" }, { name: "list.md" }]));
  const transactions = join(journal, "transactions");
  mkdirSync(transactions, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(transactions)) rmSync(join(transactions, name), { recursive: true });
  const made = { kind: "made", type: "directory", at: { root: folder, names: ["made"] } };
  const record = { version: 1, time: "2026-01-01T00:00:00.000Z", tool: "fs_mkdir", principal: sha256(principal) };
  const owner = { host: "gone", pid: 1, start: "1" };
  writeFileSync(join(transactions, `${transaction}.done`), JSON.stringify({ ...record, owner, operations: [made] }));
}
lay();

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
  start: { argv: [`${folder}:full`, "--journal", journal, "--confirm", "never"] },
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
    fs_write: [
      { path: "new.md", content: "new\n" },
      { path: "deep/er/new.md", content: "new\n", parents: true },
      { path: "readme.md", content: "# Over\n", mode: "overwrite" },
      { path: "readme.md", content: "more\n", mode: "append" },
    ],
    fs_edit: [
      { edits: [{ path: "readme.md", old: "Hello", new: "Good day" }] },
      {
        edits: [
          { path: "notes/monday.md", old: "two\nthree", new: "2\n3" },
          { path: "readme.md", old: "l", new: "L", all: true },
        ],
        if_match: { "readme.md": sha256("# Hello\n").slice(0, 32) },
      },
    ],
    fs_mkdir: [{ path: "some/folder" }],
    fs_move: [
      { from: "readme.md", to: "notes/readme.md" },
      { from: "notes", to: "old notes" },
      { from: "readme.md", to: "watched.md", overwrite: true },
    ],
    fs_copy: [
      { from: "readme.md", to: "notes/copy.md" },
      { from: "notes", to: "notes again" },
    ],
    fs_delete: [{ path: "readme.md" }, { path: "notes", recursive: true }],
    fs_zip: [
      { paths: ["readme.md"], to: "readme.zip" },
      { paths: ["notes", "watched.md"], to: "notes/all.zip" },
    ],
    fs_unzip: [
      { path: "old.zip", to: "new" },
      { path: "old.zip", to: "notes" },
    ],
    fs_history: [{}, { limit: 1 }],
    fs_undo: [{ transaction }],
    fs_read_media: [{ path: "loaf.png" }],
    fs_outline: [{ path: "notes/headings.md" }, { path: "recipes.pdf" }],
    fs_stat: [{ path: "readme.md", hash: true }, { path: "notes" }, { path: "." }],
  },
  prompts: {
    summarize_directory: { path: "notes", focus: "what to do on Monday" },
    find_and_replace: { find: "week", replace: "fortnight", path: "notes", glob: "*.md" },
  },
  state: everyFile,
  restore: lay,
  subscription: {
    uri: pathToFileURL(join(folder, "watched.md")).href,
    change: () => appendFileSync(join(folder, "watched.md"), "more\n"),
  },
  toolListBytes: 24 * 1024,
});
