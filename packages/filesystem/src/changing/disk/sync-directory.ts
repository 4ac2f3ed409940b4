import { closeSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { syncDescriptor } from "./sync-descriptor.ts";

/** Forces a directory's names to the disk, where the system can. */
export async function syncDirectory(directory: HeldDirectory): Promise<void> {
  const descriptor = directory.openSelf();
  if (descriptor === undefined) return;
  try {
    await syncDescriptor(descriptor);
  } catch (error) {
    // Some file systems, most of them over a network, know no sync of a directory.
    if (!["EINVAL", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    closeSync(descriptor);
  }
}
