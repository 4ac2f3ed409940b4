import { ConnectorError } from "../errors/connector-error.ts";
import type { Stage } from "./stage.ts";

/**
 * Ends a call at the host's cancellation, its time limit or the server's stop, whichever comes first, through one
 * signal. The caller is answered at once, even where a tool is slow to notice. Time that was spent waiting at the gate counts.
 */
export const deadline: Stage = (call, next) =>
  new Promise((resolve, reject) => {
    const { timeout, running, stopping } = call.runtime;
    const host = call.signal;
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      host.removeEventListener("abort", cancelled);
      running.delete(stopped);
    };
    const end = (error: ConnectorError) => {
      release();
      controller.abort(error);
      reject(error);
    };
    const cancelled = () => end(new ConnectorError("cancelled", "The call was cancelled."));
    const stopped = () => end(new ConnectorError("unavailable", "The server is stopping. Call again when it is back."));
    const left = Math.max(1, timeout - (performance.now() - call.arrived));
    const timer = setTimeout(() => end(tooLong(timeout)), left);
    if (host.aborted) {
      cancelled();
      return;
    }
    // A call that waited at the gate while the server stopped must not begin.
    if (stopping.aborted) {
      stopped();
      return;
    }
    host.addEventListener("abort", cancelled);
    running.add(stopped);
    call.signal = controller.signal;
    next().then(resolve, reject).finally(release);
  });

function tooLong(timeout: number): ConnectorError {
  const message = `The call took over ${timeout / 1000} s. Ask for less, or let a person raise --timeout.`;
  return new ConnectorError("timeout", message);
}
