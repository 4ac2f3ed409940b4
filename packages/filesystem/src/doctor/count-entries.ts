import { type Dir, opendirSync } from "node:fs";
import { join } from "node:path";

/** Enough to call a tree large, and to have counted in a moment. */
const enough = { entries: 50_000, milliseconds: 1000 };

/** How many files and folders lie below a folder, as far as a quick look tells. Links are counted, not followed. */
export function countEntries(
  folder: string,
  { entries: most, milliseconds } = enough,
): { entries: number; isAll: boolean } {
  const end = performance.now() + milliseconds;
  const waiting = [folder];
  let entries = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    using open = openFolder(next);
    if (open === undefined) continue;
    for (let entry = open.folder.readSync(); entry !== null; entry = open.folder.readSync()) {
      if (entries >= most || performance.now() > end) return { entries, isAll: false };
      entries += 1;
      if (entry.isDirectory()) waiting.push(join(next, entry.name));
    }
  }
  return { entries, isAll: true };
}

/** Nothing where the system does not let it be read: it will not let it be served either. */
function openFolder(path: string): (Disposable & { readonly folder: Dir }) | undefined {
  try {
    const folder = opendirSync(path);
    return { folder, [Symbol.dispose]: () => folder.closeSync() };
  } catch {
    return undefined;
  }
}
