import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { noRipgrep } from "./no-ripgrep.ts";
import { refusedPattern } from "./refused-pattern.ts";
import { ripgrepPath } from "./ripgrep-path.ts";
import { type OutputRecord, splitRecords } from "./split-records.ts";

/**
 * No settings of the user, no link followed, no rules of its own on what to leave out, nothing run on the files: what is
 * searched is decided here. Mapped files that become shorter meanwhile would end the child.
 */
const always = [
  "--no-config",
  "--no-ignore",
  "--hidden",
  "--no-follow",
  "--no-messages",
  "--no-mmap",
  "--no-pre",
  "--no-search-zip",
  "--engine=default",
  "--color=never",
];

/** A matching line longer than this is not held. */
const longestRecord = 8 * 1024 * 1024;

/** Of what a child says on stderr, enough for the reason. */
const longestComplaint = 8192;

/** One run of ripgrep. */
export interface Search {
  readonly arguments: readonly string[];
  /** The folder that relative paths are meant from. */
  readonly folder?: string;
  /** What it reads where it is given no path: an open file, or bytes that are handed on as it takes them. */
  readonly stdin?: number | AsyncIterable<Buffer>;
  /** Open files that the child has as its descriptors from 3 on. */
  readonly descriptors?: readonly number[];
  /** The byte that ends a record of the output. */
  readonly end: number;
}

/**
 * Runs ripgrep and yields its output, record by record. Whoever stops listening, and the signal, end the child at once.
 *
 * @throws ConnectorError `invalid_input` for a pattern that it refuses, `unavailable` where there is none
 */
export async function* ripgrep(search: Search, signal: AbortSignal): AsyncGenerator<OutputRecord> {
  const program = await ripgrepPath();
  signal.throwIfAborted();
  const { stdin = "ignore" } = search;
  const child = spawn(program, [...always, ...search.arguments], {
    ...(search.folder === undefined ? {} : { cwd: search.folder }),
    env: {},
    stdio: [typeof stdin === "object" ? "pipe" : stdin, "pipe", "pipe", ...(search.descriptors ?? [])],
    windowsHide: true,
  });
  const ended = once(child, "close");
  // Awaited below; until then a failure to start must not count as unhandled.
  ended.catch(() => {});
  const kill = () => child.kill("SIGKILL");
  signal.addEventListener("abort", kill);
  try {
    const complaint = complaintOf(child);
    const fed = typeof stdin === "object" ? feed(child, stdin) : undefined;
    if (child.stdout !== null) yield* splitRecords(child.stdout, search.end, longestRecord);
    await ended.catch((cause: unknown) => {
      throw noRipgrep(cause);
    });
    signal.throwIfAborted();
    await fed;
    if (complaint() !== "") throw refusedPattern(complaint());
    if (child.signalCode !== null) throw noRipgrep(new Error(`ripgrep was ended by ${child.signalCode}`));
  } finally {
    signal.removeEventListener("abort", kill);
    kill();
    await ended.catch(() => {});
  }
}

/** Until the child has ended, a failure must not count as unhandled; that it takes no more is none. */
function feed({ stdin }: ChildProcess, bytes: AsyncIterable<Buffer>): Promise<void> {
  if (stdin === null) return Promise.resolve();
  const fed = pipeline(Readable.from(bytes, { objectMode: false }), stdin).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
  });
  fed.catch(() => {});
  return fed;
}

function complaintOf({ stderr }: ChildProcess): () => string {
  let complaint = "";
  stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(0, longestComplaint);
  });
  return () => complaint;
}
