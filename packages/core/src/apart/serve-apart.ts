import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { ApartLimits } from "./apart-limits.ts";
import type { ApartProblem } from "./apart-problem.ts";

const watchInterval = 25;

/**
 * What a program apart consists of (`Apart` starts it): it works on one request in a thread, and watches that thread from
 * outside of it, so that nothing in it can keep it from that, nor be left behind when the server is gone.
 *
 * @param url of the program itself, which is its thread's too
 */
export async function serveApart<R, A extends object>(
  url: string,
  limits: ApartLimits,
  work: (request: R) => Promise<A | { readonly problem: ApartProblem }>,
): Promise<void> {
  if (isMainThread) {
    process.once("disconnect", () => process.exit());
    process.once("message", (request) => watch(url, limits, request));
    return;
  }
  // Whatever a document asks for, nothing is fetched.
  for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);
  parentPort?.postMessage(await work(workerData));
}

function watch(url: string, limits: ApartLimits, request: unknown): void {
  const { workMilliseconds, milliseconds, heapMebibytes, residentMebibytes } = limits;
  const refuse = (amount: string) =>
    answer({ problem: { code: "refused", message: `${limits.what} takes ${amount} to parse. ${limits.instead}` } });
  const thread = new Worker(new URL(url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
  });
  thread.once("message", answer);
  thread.once("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse("too much memory");
    else process.exit(1);
  });
  setTimeout(() => refuse(`over ${milliseconds / 1000} s`), milliseconds);
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > workMilliseconds) refuse(`over ${workMilliseconds / 1000} s of the processor`);
    if (process.memoryUsage.rss() > residentMebibytes * 1024 * 1024) refuse("too much memory");
  }, watchInterval);
}

function answer(given: object): void {
  process.send?.(given, () => process.exit());
}
