import type { Log } from "../logging/log.ts";
import { answeredFirst } from "../serving/answered-first.ts";
import type { Instance } from "../serving/instance.ts";
import { StdioTransport } from "../serving/stdio-transport.ts";
import { stopOnce } from "./stop-once.ts";
import { watchParent } from "./watch-parent.ts";

/** Milliseconds that a host has to take the last answers. */
const patience = 2000;

/** Serves stdio until a signal, the end of input or a vanished parent, and then ends the process in order. */
export function serveProcess(instance: Instance, log: Log): void {
  const transport = new StdioTransport(process.stdin, process.stdout, answeredFirst());
  const stop = stopOnce({
    instance,
    log,
    drain: (milliseconds) => transport.drain(milliseconds),
    close: () => connection.close(),
    written: () => written(process.stdout),
  });
  const ended = () => stop("end of input");
  process.stdin.on("end", ended);
  process.stdin.on("error", () => stop("input failed"));
  // Nobody reads the answers any more.
  process.stdout.on("error", () => stop("output closed"));
  watchParent(() => stop("parent gone"));
  const connection = instance.serve(transport);
  log.write("info", { event: "serving", transport: "stdio", version: instance.prepared.identity.version });
  // What answers first has looked at it, and may have met its end, which is told once.
  if (process.stdin.readableEnded || process.stdin.destroyed) setImmediate(ended);
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.writableLength === 0 || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    setTimeout(resolve, patience);
    stream.once("drain", resolve);
  });
}
