import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { hostname } from "node:os";
import { sha256 } from "@drawbridge/core";
import { NewContent } from "../../changing/new-content.ts";
import { atPlaces } from "../../changing/places/at-places.ts";
import type { Place, Standing } from "../../changing/places/place.ts";
import { replaceFile } from "../../changing/steps/replace-file.ts";
import type { Journal } from "../../journal/journal.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";
import type { Stand } from "../stand.ts";

/** A change of two files that ends between them, as `kill -9` or a power failure ends it, and the next start. */
export const crash: Check = {
  claim: "What a crash leaves half done is taken back at the next start",
  danger: "A crash could leave files half changed",
  async run(stand) {
    stand.plant({ "root/one.txt": "one", "root/two.txt": "two" });
    const before = readdirSync(stand.root).sort();
    await breakOff(stand);
    assertSame("what the files hold after the crash", contents(stand), ["new", "two"]);
    await stand.open(stand.root);
    assertSame("what the files hold after the next start", contents(stand), ["one", "two"]);
    assertSame("which names are left behind", readdirSync(stand.root).sort(), before);
    return "A change of two files that was broken off between them";
  },
};

function contents(stand: Stand): string[] {
  return ["one.txt", "two.txt"].map((name) => stand.onDisk(name));
}

/** Does what a transaction does, as far as its first file. */
async function breakOff(stand: Stand): Promise<void> {
  const files = await stand.files();
  const journal = await files.journal();
  const wanted = ["one.txt", "two.txt"].map((written) => ({ written, effect: "write", followLast: true }) as const);
  await atPlaces(files, wanted, stand.signal, async (places) => {
    const id = journal.newId();
    const steps = places.map((place, index) => step(place, { id, index }, journal, stand.signal));
    await journal.write(id, {
      version: 1,
      time: new Date().toISOString(),
      tool: "self-test",
      principal: sha256("self-test"),
      owner: { host: hostname(), pid: deadProcess(), start: "0" },
      operations: steps.map(({ operation }) => operation),
    });
    for (const { prepare } of steps) await prepare();
    steps[0]?.apply();
  });
}

function step(
  place: Place,
  { id, index }: { readonly id: string; readonly index: number },
  journal: Journal,
  signal: AbortSignal,
) {
  const content = new NewContent(Buffer.from("new"));
  const names = { temporary: `.drawbridge-${id}-${index}.tmp`, kept: `${id}.${index}` };
  return replaceFile(place as Standing, { journal, content, ...names, signal });
}

/** The number of a process that has been, and is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ["--version"], { stdio: "ignore" }).pid;
}
