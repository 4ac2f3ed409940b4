import { fchmodSync, fchownSync, fstatSync, futimesSync } from "node:fs";
import { ConnectorError } from "@drawbridge/core";
import type { Attributes } from "../../journal/records/operation.ts";
import { secondsOf } from "./seconds-of.ts";

/**
 * Gives an open file or folder those of another's attributes that are given. Throws `refused` where the owner cannot be
 * kept.
 */
export function setAttributes(descriptor: number, { mode, uid, gid, atime, mtime }: Partial<Attributes>): void {
  if (uid !== undefined && gid !== undefined) {
    const now = fstatSync(descriptor);
    if (now.uid !== uid || now.gid !== gid) keepOwner(descriptor, uid, gid);
  }
  // After the owner, whose change takes set-user-id bits away.
  if (mode !== undefined) fchmodSync(descriptor, mode);
  if (atime !== undefined && mtime !== undefined)
    futimesSync(descriptor, secondsOf(BigInt(atime)), secondsOf(BigInt(mtime)));
}

function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch (error) {
    throw new ConnectorError(
      "refused",
      "The file belongs to another user or group, and would belong to this server's user if it were replaced. A person has " +
        "to change it, or its owner.",
      { cause: error },
    );
  }
}
