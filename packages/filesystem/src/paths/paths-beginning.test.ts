import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { pathsBeginning } from "./paths-beginning.ts";

it("suggests the roots first, then what begins as was typed, in the first root where no folder was", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "docs"));
  writeFileSync(join(root, "dot.md"), "");
  writeFileSync(join(root, ".env"), "");
  const files = openFiles([root]);
  expect(pathsBeginning(files, "")).toEqual([root]);
  expect(pathsBeginning(files, "do")).toEqual([`${root}/docs/`, `${root}/dot.md`]);
  expect(pathsBeginning(files, "./doc")).toEqual([`${root}/docs/`]);
  expect(pathsBeginning(files, `${root}/d`)).toEqual([`${root}/docs/`, `${root}/dot.md`]);
  expect([pathsBeginning(files, "nowhere/x"), pathsBeginning(files, "../")]).toEqual([[], []]);
});
