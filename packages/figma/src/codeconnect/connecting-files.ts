import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

const connecting = /\.figma\.(?:[cm]?[jt]sx?)$/;
const skipped: ReadonlySet<string> = new Set(["node_modules", "dist", "build", "coverage"]);

const mostEntries = 100_000;
const mostFiles = 2000;
const deepest = 24;

/**
 * Files of Code Connect under a folder, `*.figma.tsx` and the like, by path from there, sorted. Links are not followed, nor folders entered
 * that hold what others wrote or what is made anew; beyond two thousand files no more are looked for.
 */
export function connectingFiles(folder: string): readonly string[] {
  const paths: string[] = [];
  const open: { readonly path: string; readonly depth: number }[] = [{ path: "", depth: 0 }];
  let entries = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(join(folder, next.path))) {
      entries += 1;
      if (entries > mostEntries || paths.length >= mostFiles) return paths.sort();
      const path = join(next.path, entry.name);
      if (entry.isFile() && connecting.test(entry.name)) paths.push(path);
      const isEntered = entry.isDirectory() && !entry.name.startsWith(".") && !skipped.has(entry.name);
      if (isEntered && next.depth < deepest) open.push({ path, depth: next.depth + 1 });
    }
  }
  return paths.sort();
}

/** Of a folder that cannot be read there are none. */
function entriesOf(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
