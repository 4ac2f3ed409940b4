import { closeSync, fstatSync, openSync } from "node:fs";
import { mkdir, open, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesystem } from "@drawbridge/filesystem";
import { type Opener, opening } from "../measures/opening.ts";
import { inProcess } from "../peers/in-process.ts";
import { percentile } from "../percentile.ts";
import type { Suite } from "./suite.ts";

const text = "What a walk must find.\n";

/** What it costs to open a file so that nothing can lead the way outside, beside opening it without a care. */
export function containment(folder: string): Suite {
  const root = join(folder, "contained");
  const file = join(root, "a", "b", "file.txt");
  const openers: Readonly<Record<string, Opener>> = {
    walk: walking(root, file),
    "plain open": () => sizeOf(openSync(file, "r")),
    "promised open": async () => {
      await using handle = await open(file, "r");
      return (await handle.stat()).size;
    },
    "realpath, check, open": async () => {
      const real = await realpath(file);
      if (!real.startsWith(root)) throw new Error("outside");
      await using handle = await open(real, "r");
      return (await handle.stat()).size;
    },
  };
  const microseconds = {
    statistic: (samples: readonly number[]) => percentile(samples, 50),
    unit: "microseconds",
  } as const;
  return {
    title: "Opening a file two folders down, contained and not",
    peers: [inProcess("walk"), ...Object.keys(openers).slice(1).map(inProcess)],
    async writeSamples() {
      await mkdir(join(root, "a", "b"), { recursive: true });
      await writeFile(file, text);
    },
    sections: [
      {
        title: "Open",
        rows: [
          {
            label: "Open, stat, close",
            measure: opening(openers, text.length),
            ...microseconds,
            better: "lower",
            goal: { peer: "promised open", ratio: 2 },
          },
        ],
        notes: [
          "Promised open: fs.promises.open, as servers open files. Plain open: one synchronous system call, the floor.",
          "Realpath, check, open: how most servers contain files; a folder swapped in between leads it outside.",
        ],
      },
    ],
    notes: [],
  };
}

/** The connector's own way to a file: every component of the path from a held directory. */
function walking(root: string, file: string): Opener {
  let files: Awaited<ReturnType<typeof filesystem.open>> | undefined;
  const signal = new AbortController().signal;
  const log = { enabled: () => false, write: () => {}, flush: async () => {} };
  return async () => {
    const own = { deny: [], protect: [], followSymlinks: false };
    const grants = { roots: [{ path: root, access: undefined }], ...own };
    files ??= await filesystem.open(grants, { log, access: undefined, signal });
    using found = files.reach(file);
    return sizeOf(found.entry?.openFile() ?? -1);
  };
}

function sizeOf(descriptor: number): number {
  try {
    return fstatSync(descriptor).size;
  } finally {
    closeSync(descriptor);
  }
}
