// The process that parses one document: a program of its own, which the bundler puts into dist/parsing/. It parses in a
// thread, and watches it from outside of it: no parser can keep it from that, nor be left behind when the server is gone.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { ParseRequest } from "../documents/parse-request.ts";
import type { DocumentProblem, ParseAnswer } from "../documents/parsed.ts";
import { parse } from "./parse.ts";

/** In milliseconds. Well below the limit of a call, so that the caller hears what to do instead. */
const longest = 15_000;

/** Of JavaScript's own heap. What lies outside of it, such as inflated streams, Node limits nowhere: it is watched. */
const heap = { maxOldGenerationSizeMb: 384 };
const mostBytes = 512 * 1024 * 1024;
const watchInterval = 25;

if (isMainThread) {
  process.once("disconnect", () => process.exit());
  process.once("message", (request: ParseRequest) => watch(request));
} else {
  // Whatever a document asks for, nothing is fetched.
  for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);
  parentPort?.postMessage(await parse(workerData));
}

function watch(request: ParseRequest): void {
  const thread = new Worker(new URL(import.meta.url), { workerData: request, resourceLimits: heap });
  thread.once("message", answer);
  thread.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") answer({ problem: tooMuch("too much memory") });
    else process.exit(1);
  });
  setTimeout(() => answer({ problem: tooMuch(`over ${longest / 1000} s`) }), longest);
  setInterval(() => {
    if (process.memoryUsage.rss() > mostBytes) answer({ problem: tooMuch("too much memory") });
  }, watchInterval);
}

function answer(given: ParseAnswer): void {
  process.send?.(given, () => process.exit());
}

function tooMuch(what: string): DocumentProblem {
  return {
    code: "refused",
    message: `The document takes ${what} to parse. fs_read reads the text of text files by pages.`,
  };
}
