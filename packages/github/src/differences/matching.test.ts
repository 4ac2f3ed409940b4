import { expect, it } from "vitest";
import type { ChangedFile } from "./changed-file.ts";
import { matching } from "./matching.ts";

const file = (filename: string, previous_filename?: string): ChangedFile => ({
  ...{ filename, status: "modified", sha: null },
  ...(previous_filename === undefined ? {} : { previous_filename }),
});
const files = [file("src/a.ts"), file("src/[id].ts"), file("docs/new.md", "docs/old.md")];

it.each([
  [undefined, ["src/a.ts", "src/[id].ts", "docs/new.md"]],
  ["src/**", ["src/a.ts", "src/[id].ts"]],
  ["*.md", ["docs/new.md"]],
  ["docs/*.ts", []],
  ["docs/old.md", ["docs/new.md"]],
  ["src/[id].ts", ["src/[id].ts"]],
])("means by %j %j", (path, names) => {
  expect(matching(files, path).map(({ filename }) => filename)).toEqual(names);
});
