import { spawnSync } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { processStart, sha256 } from "@drawbridge/core";
import { expect, it } from "vitest";
import { openFiles } from "../../../test/stand/open-files.ts";
import { plant } from "../../../test/stand/plant.ts";
import { temporaryFolder } from "../../../test/stand/temporary-folder.ts";
import { hasUnfinished } from "../has-unfinished.ts";
import { recover } from "./recover.ts";

const log = { write() {} } as never;
const hour = 3_600_000;

function draft(pid: number, start: string): string {
  const owner = { host: hostname(), pid, start };
  return JSON.stringify({
    version: 1,
    time: new Date().toISOString(),
    tool: "x",
    principal: sha256("x"),
    owner,
    operations: [],
  });
}

it("a start clears away records that a crash left half written, and none that is being written", async () => {
  const root = temporaryFolder();
  const files = openFiles([root], { access: "write" });
  const journal = await files.journal();
  const gone = spawnSync(process.execPath, ["--version"], { stdio: "ignore" }).pid;
  const [id, whole] = [
    (last: number) => `2026010100000000${last}-00000000.new`,
    draft(process.pid, processStart(process.pid)),
  ];
  plant(journal.folder, { [id(1)]: draft(gone, "1"), [id(2)]: whole, [id(3)]: whole.slice(0, 50), [id(4)]: "" });
  utimesSync(join(journal.folder, id(4)), new Date(Date.now() - hour), new Date(Date.now() - hour));
  expect(hasUnfinished(journal.folder)).toBe(true);
  await recover(files, journal, log);
  expect(readdirSync(journal.folder).sort()).toEqual([id(2), id(3)]);
  writeFileSync(join(journal.folder, id(2)), draft(process.pid, "1"));
  await recover(files, journal, log);
  expect(readdirSync(journal.folder)).toEqual([id(3)]);
});
