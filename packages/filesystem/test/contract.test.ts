import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
afterAll(() => rmSync(folder, { recursive: true }));

describeContract({
  connector: filesystem,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: [folder] },
  unreachable: { argv: [join(folder, "gone")] },
  calls: {
    fs_roots: [{}],
    fs_list: [{ path: folder }, { path: "notes" }, { depth: 3, sort: "size" }, { gitignore: true, hidden: true }],
    fs_find: [{ glob: "*.md" }, { glob: "notes/**", type: "file", modified_after: "2020-01-01" }],
    fs_read: [
      { path: "readme.md" },
      { path: join(folder, "notes/monday.md"), start_line: 2 },
      { path: "readme.md", tail: 1 },
    ],
    fs_read_many: [{ paths: ["readme.md", "notes/monday.md", "missing.md"] }],
    fs_stat: [{ path: "readme.md", hash: true }, { path: "notes" }, { path: "." }],
  },
  subscription: {
    uri: pathToFileURL(join(folder, "watched.md")).href,
    change: () => appendFileSync(join(folder, "watched.md"), "more\n"),
  },
  toolListBytes: 8.25 * 1024,
});
