import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { Failure } from "../command-line/failure.ts";
import { statsOf } from "./stats-of.ts";
import { digestNow, type TargetFile } from "./target-file.ts";

/**
 * Writes a configuration file: its state before beside it as `<file>.drawbridge-backup`, then the new one under another
 * name, which takes its place at once, with its mode and owner. Throws `Failure`, with a way on, and leaves it as it is
 * where that cannot be done, or where somebody changed it since it was read.
 *
 * @returns the backup; undefined where the file is new
 */
export function writeTarget(target: TargetFile, text: string): string | undefined {
  const { path, realPath, digest, hasMark } = target;
  const stats = statsOf(realPath);
  if (stats !== undefined && (stats.mode & 0o222) === 0) {
    throw new Failure(
      `${path} is read-only, and was left as it is: allow writing to it (${unlock(realPath)}), and run this again`,
    );
  }
  const unfinished = `${realPath}.drawbridge-new`;
  try {
    mkdirSync(dirname(realPath), { recursive: true });
    // Whoever makes this file has the turn: a second run at the same time is told.
    writeNew(unfinished, (hasMark ? "\u{FEFF}" : "") + text, stats);
  } catch (error) {
    throw new Failure(wordsFor(error as NodeJS.ErrnoException, path, unfinished));
  }
  try {
    if (digestNow(realPath) !== digest) {
      throw new Failure(`${path} was changed meanwhile, and was left as it is: run this again`);
    }
    const backup = stats === undefined ? undefined : keepBackup(target, stats);
    renameSync(unfinished, realPath);
    return backup;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error instanceof Failure ? error : new Failure(wordsFor(error as NodeJS.ErrnoException, path, unfinished));
  }
}

function keepBackup({ path, realPath, text = "", hasMark }: TargetFile, stats: Stats): string {
  const backup = `${realPath}.drawbridge-backup`;
  const unfinished = `${backup}.new`;
  if (statsOf(backup)?.isDirectory() === true)
    throw new Failure(
      `${path} was left as it is: ${backup} is a folder, where its state before is to be kept; move that away`,
    );
  rmSync(unfinished, { force: true });
  writeNew(unfinished, (hasMark ? "\u{FEFF}" : "") + text, stats);
  renameSync(unfinished, backup);
  return backup;
}

/** New ones are the person's alone: such files come to hold secrets. */
function writeNew(file: string, text: string, like: Stats | undefined): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (like === undefined || process.platform === "win32") return;
  chmodSync(file, like.mode & 0o7777);
  const { uid, gid } = statSync(file);
  if (uid !== like.uid || gid !== like.gid) chownSync(file, like.uid, like.gid);
}

function wordsFor(
  { code = "unknown", syscall, message }: NodeJS.ErrnoException,
  path: string,
  unfinished: string,
): string {
  const left = `${path} was left as it is`;
  if (code === "EEXIST" && syscall === "open") {
    return `${left}: another run is changing it, or one was cut short; where none is running, delete ${unfinished}`;
  }
  if (code === "EBUSY" || (code === "EPERM" && process.platform === "win32")) {
    return `${left}: another program holds it open (${code}); close the host, and run this again`;
  }
  if (code === "EACCES" || code === "EPERM")
    return `${left}: you may not write there (${code}); look at who owns the file and its folder`;
  if (code === "EROFS") return `${left}: it lies on a disk that is read-only`;
  if (code === "ENOSPC" || code === "EDQUOT") return `${left}: the disk is full`;
  if (code === "ENOTDIR" || code === "ENOENT" || code === "EEXIST")
    return `${left}: its folder cannot be made (${code}), since something else is in its place`;
  return `${left}: ${message}`;
}

function unlock(file: string): string {
  return process.platform === "win32" ? `attrib -r "${file}"` : `chmod u+w ${JSON.stringify(file)}`;
}
