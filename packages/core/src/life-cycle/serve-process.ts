import type { Log } from "../logging/log.ts";
import type { Instance } from "../serving/instance.ts";
import { StdioTransport } from "../serving/stdio-transport.ts";
import { watchParent } from "./watch-parent.ts";

/** Milliseconds that running calls have to finish once the server is to stop. */
const patience = 5000;

/** Milliseconds for what follows: answering aborted calls, closing the client, writing the last log lines. */
const farewell = 2000;

/**
 * Serves stdio until a signal, the end of input or a vanished parent: then takes no more calls, answers those that
 * run, aborts what does not end, closes the client and exits. A second signal exits at once.
 */
export function serveProcess(instance: Instance, log: Log): void {
  const transport = new StdioTransport(process.stdin, process.stdout);
  let stopping = false;
  const stop = async (reason: string, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    log.write("info", { event: "stopping", reason });
    setTimeout(() => process.exit(exitCode), patience + farewell * 2).unref();
    await transport.drain(patience);
    instance.abortCalls();
    await transport.drain(farewell);
    await connection.close();
    await instance.close().catch((error: unknown) => log.write("error", { event: "close", err: error }));
    await written(process.stdout);
    log.write("info", { event: "stopped", reason });
    await log.flush();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      void stop(signal);
    });
  }
  process.stdin.on("end", () => void stop("end of input"));
  process.stdin.on("error", () => void stop("input failed"));
  // Nobody reads the answers any more.
  process.stdout.on("error", () => void stop("output closed"));
  watchParent(() => void stop("parent gone"));
  process.on("uncaughtException", (error) => {
    log.write("fatal", { event: "uncaught", err: error });
    void stop("uncaught error", 1);
  });
  const connection = instance.serve(transport);
  log.write("info", { event: "serving", transport: "stdio", version: instance.prepared.identity.version });
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, farewell);
    stream.once("drain", resolve);
  });
}
