import type { BigIntStats } from "node:fs";
import type { Attributes } from "../../journal/records/operation.ts";

/** What of a file's facts is kept when its content is replaced, and restored when it is put back. */
export function attributesOf({ mode, uid, gid, atimeNs, mtimeNs }: BigIntStats): Attributes {
  return { mode: Number(mode & 0o7777n), uid: Number(uid), gid: Number(gid), atime: `${atimeNs}`, mtime: `${mtimeNs}` };
}
