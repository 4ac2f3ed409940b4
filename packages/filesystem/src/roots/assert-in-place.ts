import { ConnectorError } from "@drawbridge/core";
import { walk } from "../walking/walk.ts";
import type { Root } from "./root.ts";

/** A folder that was moved out of its root is held all the same. It is no part of the root any more. */
export function assertInPlace({ given, directory }: Root, { of, names }: NonNullable<Root["part"]>): void {
  const held = directory.self();
  try {
    using now = walk(of, names, false);
    if (now.entry?.stats.dev === held.dev && now.entry.stats.ino === held.ino) return;
  } catch {
    // What keeps it from being reached does not matter here.
  }
  throw new ConnectorError(
    "refused",
    `${given}, in which your host works, was removed or moved, or another folder was put in its place. The host has to name it again.`,
  );
}
