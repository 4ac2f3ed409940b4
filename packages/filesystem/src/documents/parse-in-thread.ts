import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { ConnectorError } from "@drawbridge/core";
import { watchMemory } from "./memory-watch.ts";
import type { ParseRequest } from "./parse-request.ts";
import type { ParseAnswer, Parsed } from "./parsed.ts";
import { Turns } from "./turns.ts";

/** In milliseconds. Well below the limit of a call, so that the caller hears what to do instead. */
const longest = 20_000;

/** Of JavaScript's own heap; what lies outside of it, such as inflated streams, is watched. */
const heap = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Threads of all callers together: each may take as much memory as the heap and the watch allow. */
const turns = new Turns(4);

const instead = "fs_read reads the text of text files by pages.";

/**
 * Parses a document in a thread of its own, which is ended when the signal, the time or the memory says so: parsers of
 * foreign formats can be made to run or to grow without end. Throws `invalid_input` for a document that is broken,
 * `refused` for one that takes too much.
 */
export async function parseInThread(request: ParseRequest, signal: AbortSignal): Promise<Parsed> {
  using _turn = await turns.take();
  signal.throwIfAborted();
  const limit = new AbortController();
  const refuse = (problem: string) => limit.abort(new ConnectorError("refused", `${problem} ${instead}`));
  const timer = setTimeout(refuse, longest, `The document takes over ${longest / 1000} s to parse.`);
  using _memory = watchMemory(() => refuse("The document takes too much memory to parse."));
  const thread = startThread(request);
  const end = AbortSignal.any([signal, limit.signal]);
  try {
    const [answer] = (await once(thread, "message", { signal: end })) as [ParseAnswer];
    if ("problem" in answer) throw new ConnectorError(answer.problem.code, answer.problem.message);
    return answer;
  } catch (error) {
    end.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
    throw new ConnectorError("refused", `The document takes too much memory to parse. ${instead}`);
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** It sees no environment and no arguments, and its output, which would be taken for the protocol's, is thrown away. */
function startThread(request: ParseRequest): Worker {
  // A copy: small buffers share their memory with others of this process.
  const bytes = new Uint8Array(request.bytes);
  const thread = new Worker(program(), {
    workerData: { ...request, bytes },
    transferList: [bytes.buffer],
    resourceLimits: heap,
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  thread.stdout.resume();
  thread.stderr.resume();
  // After the answer nobody listens any more.
  return thread.on("error", () => {});
}

/** The package is asked by its name: this code lies elsewhere in the program, in the compiled files and in the source. */
function program(): string {
  const manifest = createRequire(import.meta.url).resolve("@drawbridge/filesystem/package.json");
  return join(dirname(manifest), "dist", "parsing", "thread.js");
}
