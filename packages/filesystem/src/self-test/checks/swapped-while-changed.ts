import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copy } from "../../changing/copy.ts";
import { move } from "../../changing/move.ts";
import { remove } from "../../changing/remove.ts";
import { writeFile } from "../../changing/write-file.ts";
import { zip } from "../../changing/zip.ts";
import { Breach } from "../breach.ts";
import type { Check } from "../check.ts";
import { race } from "../race.ts";
import type { Stand } from "../stand.ts";
import { toldRace } from "../told-race.ts";

const claim =
  "A folder that is swapped for a link while files in it are written, copied, packed, moved and deleted leads nobody out";

/** So many files to be moved and so many to be deleted; the tries go round. */
const victims = 100;

/** What is in the folder, and shorter than the file of that name outside. */
const inside = "inside";

/** Writes, makes, copies, packs, moves and deletes in a folder that is a link to the outside every other moment. */
export const swappedWhileChanged: Check = {
  claim,
  danger: "Whoever can rename in a folder that you serve, another program among them, could have any file changed",
  async run(stand) {
    for (const place of ["root/dir", "outside"]) {
      stand.plant({ [`${place}/file`]: place === "outside" ? `outside, and longer than ${inside}` : inside });
      for (let index = 0; index < victims; index += 1)
        stand.plant({ [`${place}/moved-${index}`]: place, [`${place}/deleted-${index}`]: place });
    }
    const before = contentOf(stand.outside);
    const attempts = await changes(stand);
    const raced = await race(
      stand,
      (index) => attempts[index % attempts.length]?.(Math.floor(index / attempts.length)) as Promise<void>,
    );
    const changed = difference(before, contentOf(stand.outside));
    if (changed.length > 0) throw new Breach(`Changed outside the root: ${changed.slice(0, 5).join(", ")}`);
    assertNothingTaken(stand);
    return toldRace(claim, raced);
  },
};

async function changes(stand: Stand): Promise<ReadonlyArray<(round: number) => Promise<void>>> {
  const [files, { caller }] = [await stand.files(), stand];
  const write = async (path: string, mode: "create" | "overwrite") =>
    void (await writeFile(files, { path, content: inside, mode, parents: false }, caller));
  return [
    (round) => write(`dir/made-${round}`, "create"),
    () => write("dir/file", "overwrite"),
    async (round) => void (await copy(files, { from: "dir/file", to: `copied-${round}`, overwrite: false }, caller)),
    async (round) => {
      const { bytes } = await zip(files, { paths: ["dir/file"], to: `${round}.zip` }, { ...caller, packed() {} });
      if (bytes > inside.length) throw new Breach("Packed a file outside the root");
    },
    async (round) => {
      const [from, to] = [`dir/moved-${round % victims}`, `dir/gone-${round}`];
      await move(files, { from, to, overwrite: false }, caller);
    },
    async (round) => void (await remove(files, `dir/deleted-${round % victims}`, false, caller)),
  ];
}

/** What was copied out of the folder is what lies in it. */
function assertNothingTaken({ root }: Stand): void {
  const taken = readdirSync(root).find(
    (name) => name.startsWith("copied-") && readFileSync(join(root, name), "utf8") !== inside,
  );
  if (taken !== undefined) throw new Breach(`Copied a file outside the root to ${taken}`);
}

function contentOf(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}
