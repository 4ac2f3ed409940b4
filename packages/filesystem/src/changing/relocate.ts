import { ConnectorError } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { namesOf } from "../paths/names-of.ts";
import { showName } from "../paths/show-name.ts";
import { assertAlong } from "./assertions/assert-along.ts";
import { assertMayGo } from "./assertions/assert-may-go.ts";
import { assertNoMount } from "./assertions/assert-no-mount.ts";
import { assertReplaceable } from "./assertions/assert-replaceable.ts";
import { assertRoom } from "./assertions/assert-room.ts";
import { assertTree } from "./assertions/assert-tree.ts";
import { atTrees } from "./places/at-trees.ts";
import { notThere } from "./places/not-there.ts";
import type { Place, Standing } from "./places/place.ts";
import { stands } from "./places/stands.ts";

/** From where to where something goes. */
export interface Relocation {
  readonly from: string;
  readonly to: string;
  readonly overwrite: boolean;
  /** Whether it then stands at the new place alone. */
  readonly leaves: boolean;
}

/**
 * Holds both ends of a move or a copy, once it is sure that nothing protected is changed by it, and that nothing denied can
 * be read at its new place that could not at its old one.
 */
export async function relocate<T>(
  files: Files,
  { from, to, overwrite, leaves }: Relocation,
  signal: AbortSignal,
  work: (from: Standing, to: Place) => Promise<T>,
): Promise<T> {
  const wanted = [
    { written: from, effect: leaves ? "write" : "read", followLast: false },
    { written: to, effect: "write", followLast: false },
  ] as const;
  return atTrees(files, wanted, signal, async ([source, target]) => {
    if (source === undefined || target === undefined) throw new Error("Two places were asked for");
    if (!stands(source)) throw notThere(files, source);
    assertFree(files, source, target, overwrite);
    if (leaves) assertNoMount(source);
    const { bytes } = await assertTree(source, signal, (names) => {
      if (leaves) assertAlong(files, source.root, names, "write");
      assertMayGo(files, source, target, names);
    });
    if (!leaves || source.parent.self().dev !== target.parent.self().dev) assertRoom(target.parent, bytes);
    return work(source, target);
  });
}

function assertFree(files: Files, source: Standing, target: Place, overwrite: boolean): void {
  const [from, to] = [wholeNames(source), wholeNames(target)];
  if (from.every((name, index) => name === to[index])) {
    const where = from.length === to.length ? "itself" : "a folder inside itself";
    throw new ConnectorError("invalid_input", `${showName(source.path)} cannot go into ${where}.`);
  }
  if (target.entry === undefined) return;
  const path = showName(target.path);
  if (target.entry.stats.isDirectory()) {
    const inside = showName(`${target.path}/${source.name}`);
    throw new ConnectorError(
      overwrite ? "refused" : "conflict",
      `${path} is a folder, and folders are not replaced. To put it inside, give ${inside} as to.`,
    );
  }
  if (!overwrite)
    throw new ConnectorError(
      "conflict",
      `${path} exists already. Pass overwrite: true to replace it, or take another name.`,
    );
  const { ino, dev } = target.entry.stats;
  if (ino === source.entry.stats.ino && dev === source.entry.stats.dev)
    throw new ConnectorError("invalid_input", `${path} is the same file by another name (a hard link).`);
  if (stands(target) && target.entry.stats.isFile() && !source.entry.stats.isDirectory()) {
    assertReplaceable(files, target);
    return;
  }
  throw new ConnectorError(
    "refused",
    `${path} is not replaced: only a file takes the place of a file. Delete it first, or take another name.`,
  );
}

function wholeNames({ root, names }: Place): string[] {
  return [...namesOf(root.real), ...names];
}
