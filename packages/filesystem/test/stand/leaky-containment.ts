import { type BigIntStats, chmodSync, lstatSync, openSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Containment, HeldDirectory, HeldEntry } from "@drawbridge/core";

/** What a containment must not be: it holds nothing, follows every link, and takes all that is no folder for a usual file. */
export const leakyContainment: Containment = {
  mechanism: "descriptor walk",
  guarantee: "None",
  openRoot: (path) => directoryAt(path),
};

function directoryAt(path: string): HeldDirectory {
  return {
    address: path,
    list: () => readdirSync(path, { withFileTypes: true }),
    self: () => lstatSync(path, { bigint: true }),
    stat: (name) => statSync(join(path, name)),
    statAll: (names) => names.map((name) => statSync(join(path, name), { throwIfNoEntry: false })),
    step: (name) => entryAt(join(path, name)),
    withPath: (name, call) => call(join(path, name)),
    openSelf: () => openSync(path, "r"),
    space: () => ({ freeBytes: 0, totalBytes: 0 }),
    [Symbol.dispose]() {},
  };
}

function entryAt(path: string): HeldEntry {
  return {
    stats: careless(statSync(path, { bigint: true })),
    linkTarget: () => readlinkSync(path),
    intoDirectory: () => directoryAt(path),
    openFile: () => openSync(path, "r"),
    setMode: (mode) => chmodSync(path, mode),
    [Symbol.dispose]() {},
  };
}

function careless(stats: BigIntStats): BigIntStats {
  return Object.assign(stats, { nlink: 1n, isFile: () => !stats.isDirectory() });
}
