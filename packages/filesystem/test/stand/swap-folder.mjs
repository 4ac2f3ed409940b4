// Run as: node swap-folder.mjs <folder> <seconds>. Renames `dir` and the link `link` in a folder back and forth, as fast
// as the system does it, so that `dir` is at one moment a folder and at the next a way out. Ends by itself.
import { lstatSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";

const [folder, seconds] = process.argv.slice(2);
const [dir, link, parked] = ["dir", "link", "parked"].map((name) => `${folder}/${name}`);
const end = Date.now() + Number(seconds) * 1000;

const stands = (path) => lstatSync(path, { throwIfNoEntry: false });

/** Lays all anew as it was, where a change by others came in between: it may make or delete `dir` while that is away. */
function mend() {
  if (stands(parked)) {
    rmSync(dir, { recursive: true, force: true });
    renameSync(parked, dir);
  }
  if (stands(dir)?.isSymbolicLink()) rmSync(dir);
  mkdirSync(`${dir}/sub`, { recursive: true });
  for (const file of [`${dir}/file`, `${dir}/sub/file`]) if (!stands(file)) writeFileSync(file, "INSIDE");
  if (!stands(link)) symlinkSync(`${folder}/../outside`, link);
}

process.stdout.write("swapping\n");
for (let round = 0; round < 5_000_000; round += 1) {
  try {
    renameSync(dir, parked);
    renameSync(link, dir);
    renameSync(dir, link);
    renameSync(parked, dir);
  } catch {
    try {
      mend();
    } catch {
      // Others go on meanwhile; the next round tries again.
    }
  }
  if (round % 100 === 0 && Date.now() > end) break;
}
