import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, type Stats } from "node:fs";
import { dirname, resolve } from "node:path";
import { Failure } from "../command-line/failure.ts";
import { statsOf } from "./stats-of.ts";

/** A configuration file as it was read. */
export interface TargetFile {
  /** As it was named. */
  readonly path: string;
  /** The file itself, behind any links. */
  readonly realPath: string;
  /** Undefined where it is not there yet. */
  readonly text: string | undefined;
  /** Whether its first character is a byte order mark, which `text` is without. */
  readonly hasMark: boolean;
  /** Of its content, to tell whether it was changed meanwhile. */
  readonly digest: string | undefined;
}

const mostBytes = 16 * 1024 * 1024;

/** Reads a configuration file that may not be there yet. Throws `Failure`, with a way on, where it cannot be edited. */
export function readTarget(path: string): TargetFile {
  const realPath = behindLinks(path);
  const stats = statsOf(realPath);
  if (stats === undefined) return { path, realPath, text: undefined, hasMark: false, digest: undefined };
  assertPlain(path, stats);
  const bytes = read(path, realPath);
  if (!isUtf8(bytes)) throw new Failure(`${path} is not UTF-8: save it as UTF-8 in an editor, and run this again`);
  const text = bytes.toString("utf8");
  const hasMark = text.startsWith("\u{FEFF}");
  return { path, realPath, text: hasMark ? text.slice(1) : text, hasMark, digest: digestOf(bytes) };
}

/** The digest of what a file holds now; undefined where it is not there. */
export function digestNow(realPath: string): string | undefined {
  return existsSync(realPath) ? digestOf(readFileSync(realPath)) : undefined;
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function behindLinks(path: string): string {
  const isLink = statsOf(path, "link")?.isSymbolicLink() === true;
  if (!isLink) return existsSync(dirname(path)) ? resolve(realpathSync(dirname(path)), lastPart(path)) : resolve(path);
  try {
    return realpathSync(path);
  } catch {
    throw new Failure(`${path} is a link that leads nowhere: remove it, or make what it leads to`);
  }
}

function lastPart(path: string): string {
  return resolve(path)
    .slice(resolve(dirname(path)).length)
    .replace(/^[\\/]/, "");
}

function assertPlain(path: string, stats: Stats): void {
  if (!stats.isFile()) throw new Failure(`${path} is no file: move it out of the way`);
  if (stats.size > mostBytes)
    throw new Failure(`${path} has ${stats.size} bytes, more than any configuration: look at it`);
}

function read(path: string, realPath: string): Buffer {
  try {
    return readFileSync(realPath);
  } catch (error) {
    throw new Failure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}): look at who may read it`);
  }
}
