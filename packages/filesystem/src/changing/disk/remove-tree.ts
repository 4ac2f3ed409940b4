import { readdirSync, rmdirSync, unlinkSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { isMisnamed } from "../../paths/is-misnamed.ts";

/** Deletes an entry with all that is in it, through held directories: a folder swapped for a link leads nowhere else. */
export function removeTree(parent: HeldDirectory, name: string): void {
  try {
    remove(parent, name);
  } catch (error) {
    // Somebody else took it away meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function remove(parent: HeldDirectory, name: string): void {
  using entry = parent.step(name);
  if (entry.stats.isDirectory()) {
    // Of one that may not be written to nothing could be taken away.
    if (entry.stats.uid === BigInt(process.geteuid?.() ?? 0)) entry.setMode(0o700);
    using folder = entry.intoDirectory();
    const inside = folder.list();
    for (const inner of inside) removeTree(folder, inner.name);
    if (inside.some((inner) => isMisnamed(inner.name))) removeMisnamed(folder);
    parent.withPath(name, rmdirSync);
  } else {
    parent.withPath(name, unlinkSync);
  }
}

/** Files and links that no text names, by their bytes. */
function removeMisnamed({ address }: HeldDirectory): void {
  for (const name of readdirSync(address, { encoding: "buffer" })) {
    if (isMisnamed(name.toString())) unlinkSync(Buffer.concat([Buffer.from(`${address}/`), name]));
  }
}
