import { ConnectorError, type HeldDirectory } from "@drawbridge/core";

/** Refuses a copy for which a disk has no room, before any of it is filled: of a sparse file each byte is written. */
export function assertRoom(directory: HeldDirectory, bytes: number): void {
  const { freeBytes, totalBytes } = directory.space();
  // Some file systems do not tell how large they are.
  if (totalBytes === 0 || bytes <= freeBytes) return;
  throw new ConnectorError(
    "refused",
    `The disk has ${freeBytes} bytes left, and a copy takes ${bytes}; nothing was changed. Copy less, or have a person make room.`,
  );
}
