import { closeSync, fsyncSync, linkSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../check.ts";

/** What the file system lacks, and what is done in its place. */
export const diskAbilities: Check = {
  claim: "This file system has all that changes are made with: hard links, and folders that are forced to the disk",
  danger: "",
  async run(stand) {
    const lacks = [
      fails(() => linkSync(join(stand.root, "plain.txt"), join(stand.root, "second.txt"))) ? noHardLinks : [],
      fails(() => forceToDisk(stand.root)) ? noSync : [],
    ].flat();
    if (lacks.length === 0) return "Nothing else has to be done in their place";
    return { level: "note", title: "This file system lacks what some changes are made with", detail: lacks.join("; ") };
  },
};

const noHardLinks =
  "without hard links a new file gets its name by a rename, which replaces what another program makes there in the same moment";
const noSync = "folders are not forced to the disk, so that a power failure can take back the newest changes";

function fails(work: () => void): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

function forceToDisk(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
