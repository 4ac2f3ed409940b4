import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseContainment } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { quickFolder } from "../../test/stand/quick-folder.ts";
import { Journal } from "./journal.ts";
import { prune } from "./prune.ts";

const idOf = (number: number) => `20260101${String(number).padStart(9, "0")}-00000000`;

/** A journal with so many finished transactions that prune looks at it. */
function full() {
  using journal = Journal.open(join(quickFolder(), "transactions"), chooseContainment());
  const { folder } = journal;
  for (let number = 1; number <= 1020; number += 1) writeFileSync(join(folder, `${idOf(number)}.done`), "{}");
  return folder;
}

function pruned(folder: string): string[] {
  using journal = Journal.open(folder, chooseContainment());
  prune(journal, idOf(1020));
  return readdirSync(folder).sort();
}

describe("the transactions that are kept", () => {
  it("are the last thousand, and the newest", () => {
    const left = pruned(full());
    expect([left.length, left[0]]).toEqual([1001, `${idOf(20)}.done`]);
  });

  it.runIf(process.platform === "linux")("are no more where one of the older cannot be forgotten", () => {
    const folder = full();
    mkdirSync(join(folder, `${idOf(15)}.0`));
    // A folder that no text names.
    mkdirSync(Buffer.concat([Buffer.from(join(folder, `${idOf(15)}.0/`)), Buffer.from([0xff])]));
    expect(pruned(folder).slice(0, 3)).toEqual([`${idOf(15)}.0`, `${idOf(15)}.done`, `${idOf(20)}.done`]);
  });
});
