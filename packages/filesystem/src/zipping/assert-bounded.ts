import type { Entry } from "yauzl";
import { archiveLimits } from "./archive-limits.ts";
import { notUnpacked } from "./not-unpacked.ts";

const { bytes: mostBytes, ratio, ratioFromBytes } = archiveLimits;

/** Bytes of a local header, without name and extra fields. */
const headerBytes = 30;

/**
 * Refuses an archive by what it says of itself, before anything of it is unpacked: for sizes that only a bomb has, and for
 * entries whose bytes overlap, by which a small one can hold more than its length.
 *
 * @param archiveBytes its own length
 * @param mostFileBytes the person's limit of one file
 * @returns bytes of all files together, unpacked
 */
export function assertBounded(
  entries: readonly Entry[],
  archiveBytes: number,
  mostFileBytes = Number.POSITIVE_INFINITY,
): number {
  let [unpacked, packed] = [0, 0];
  for (const { uncompressedSize, compressedSize } of entries) {
    if (uncompressedSize > mostFileBytes)
      throw notUnpacked(
        "refused",
        `holds a file of ${uncompressedSize} bytes, and ${mostFileBytes} are the most that is allowed here. The person who runs this ` +
          "server decides that with --max-file-bytes.",
      );
    assertNoBomb(uncompressedSize, compressedSize);
    unpacked += uncompressedSize;
    packed += compressedSize;
  }
  if (unpacked > mostBytes)
    throw notUnpacked("refused", `would become ${unpacked} bytes, and ${mostBytes} are the most. Unpack it by hand.`);
  assertNoBomb(unpacked, packed);
  assertApart(entries, archiveBytes);
  return unpacked;
}

function assertNoBomb(unpacked: number, packed: number): void {
  if (unpacked <= ratioFromBytes || unpacked <= packed * ratio) return;
  throw notUnpacked(
    "refused",
    `would become ${unpacked} bytes out of ${packed}, as bombs do that are made to fill disks. Unpack it by hand if it is none.`,
  );
}

function assertApart(entries: readonly Entry[], archiveBytes: number): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end)
      throw notUnpacked("refused", "has entries that overlap, as bombs do that are made to fill disks.");
    end = entry.relativeOffsetOfLocalHeader + headerBytes + entry.compressedSize;
  }
  if (end > archiveBytes) throw notUnpacked("invalid_input", "is shorter than its entries. It may be cut off.");
}
