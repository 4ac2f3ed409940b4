// Run as: node swap-folder.mjs <folder> <seconds>. Renames `dir` and the link `link` in a folder back and forth, as fast
// as the system does it, so that `dir` is at one moment a folder and at the next a way out. Ends by itself.
import { renameSync } from "node:fs";

const [folder, seconds] = process.argv.slice(2);
const [dir, link, parked] = ["dir", "link", "parked"].map((name) => `${folder}/${name}`);
const end = Date.now() + Number(seconds) * 1000;

process.stdout.write("swapping\n");
for (let round = 0; round < 5_000_000; round += 1) {
  renameSync(dir, parked);
  renameSync(link, dir);
  renameSync(dir, link);
  renameSync(parked, dir);
  if (round % 100 === 0 && Date.now() > end) break;
}
