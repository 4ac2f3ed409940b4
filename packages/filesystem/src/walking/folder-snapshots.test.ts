import type { BigIntStats, Dirent } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { FolderSnapshots } from "./folder-snapshots.ts";

/** A folder whose times are the test's to set, which counts how often it is read. */
class CountedFolder implements HeldDirectory {
  readonly address = "/nowhere";
  reads = 0;
  changed = Date.now() - 60_000;
  names = Array.from({ length: 1000 }, (_, index) => `entry-${String(index).padStart(4, "0")}`).reverse();

  list(): Dirent[] {
    this.reads += 1;
    const isFile = () => true;
    const isNone = () => false;
    return this.names.map(
      (name) => ({ name, isFile, isDirectory: isNone, isSymbolicLink: isNone }) as unknown as Dirent,
    );
  }

  self(): BigIntStats {
    const ns = BigInt(this.changed) * 1_000_000n;
    return { dev: 1n, ino: 2n, mtimeNs: ns, ctimeNs: ns, ctimeMs: BigInt(this.changed) } as BigIntStats;
  }

  stat(): never {
    throw new Error("Nobody asks");
  }

  statAll(): never {
    throw new Error("Nobody asks");
  }

  step(): never {
    throw new Error("Nobody asks");
  }

  withPath(): never {
    throw new Error("Nobody asks");
  }

  openSelf(): never {
    throw new Error("Nobody asks");
  }

  space(): never {
    throw new Error("Nobody asks");
  }

  [Symbol.dispose](): void {}
}

describe("FolderSnapshots", () => {
  it("answers a page that goes on from what the first page read, in order", () => {
    const folder = new CountedFolder();
    const snapshots = new FolderSnapshots();
    const first = snapshots.inOrder(folder, false);
    expect(first[0]).toEqual({ name: "entry-0000", type: "file" });
    expect(snapshots.inOrder(folder, true)).toBe(first);
    expect(folder.reads).toBe(1);
  });

  it("reads the folder anew for a first page", () => {
    const folder = new CountedFolder();
    const snapshots = new FolderSnapshots();
    snapshots.inOrder(folder, false);
    snapshots.inOrder(folder, false);
    expect(folder.reads).toBe(2);
  });

  it("reads the folder anew when it was changed", () => {
    const folder = new CountedFolder();
    const snapshots = new FolderSnapshots();
    snapshots.inOrder(folder, false);
    folder.changed += 1;
    folder.names = [...folder.names, "later"];
    expect(snapshots.inOrder(folder, true).at(-1)?.name).toBe("later");
  });

  it("keeps nothing of a folder that was changed a moment ago, whose next change may have the same time", () => {
    const folder = new CountedFolder();
    folder.changed = Date.now();
    const snapshots = new FolderSnapshots();
    snapshots.inOrder(folder, false);
    snapshots.inOrder(folder, true);
    expect(folder.reads).toBe(2);
  });
});
