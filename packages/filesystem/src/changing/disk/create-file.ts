import { closeSync, constants, openSync, unlinkSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { syncDescriptor } from "./sync-descriptor.ts";

const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/**
 * Makes a file that only this user may read until `fill` says otherwise, and forces it to the disk. Where it cannot be
 * filled, nothing is left of it.
 */
export async function createFile(
  parent: HeldDirectory,
  name: string,
  fill: (descriptor: number) => Promise<void> | void,
): Promise<void> {
  const descriptor = parent.withPath(name, (path) => openSync(path, flags, 0o600));
  try {
    await fill(descriptor);
    await syncDescriptor(descriptor);
  } catch (error) {
    parent.withPath(name, unlinkSync);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}
