import type { Log } from "../logging/log.ts";
import type { Instance } from "../serving/instance.ts";

/** Milliseconds that running calls have to finish once the server is to stop. */
const patience = 5000;

/** Milliseconds for what follows: answering aborted calls, closing the client, writing the last log lines. */
const farewell = 2000;

interface Serving {
  readonly instance: Instance;
  readonly log: Log;
  /** Takes no more calls; resolves when those that run are answered, or the time is up. */
  drain(milliseconds: number): Promise<void>;
  /** Lets go of those who are still connected. */
  close(): Promise<void>;
  /** Has what was answered leave the process. */
  written?(): Promise<void>;
}

/**
 * What ends the process in order, once, for whichever reason comes first: running calls are answered, what does not end is
 * aborted, the client closed. Signals do so, and an error that nobody caught; a second signal ends it at once.
 */
export function stopOnce({
  instance,
  log,
  drain,
  close,
  written,
}: Serving): (reason: string, exitCode?: number) => void {
  let stopping = false;
  const stop = async (reason: string, exitCode: number) => {
    log.write("info", { event: "stopping", reason });
    setTimeout(() => process.exit(exitCode), patience + farewell * 2).unref();
    await drain(patience);
    instance.abortCalls();
    await drain(farewell);
    await close();
    await instance.close().catch((error: unknown) => log.write("error", { event: "close", err: error }));
    await written?.();
    log.write("info", { event: "stopped", reason });
    await log.flush();
    process.exit(exitCode);
  };
  const once = (reason: string, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    void stop(reason, exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      once(signal);
    });
  }
  process.on("uncaughtException", (error) => {
    log.write("fatal", { event: "uncaught", err: error });
    once("uncaught error", 1);
  });
  return once;
}
