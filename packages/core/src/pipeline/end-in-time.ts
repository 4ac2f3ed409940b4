import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";

/**
 * Does work of a call that ends at the host's cancellation, the call's time limit or the server's stop, whichever comes
 * first. While it runs, the call's signal tells it so; the caller is answered at once, even where the work is slow to
 * notice. Time that was spent waiting at the gate counts.
 */
export function endInTime<T>(call: Call, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { timeout, running, stopping } = call.runtime;
    const host = call.signal;
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      host.removeEventListener("abort", cancelled);
      running.delete(stopped);
      call.signal = host;
    };
    const fail = (error: unknown) => {
      release();
      reject(error);
    };
    const end = (error: ConnectorError) => {
      controller.abort(error);
      fail(error);
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
    // A stage may throw before it has a promise to give.
    try {
      work().then((done) => {
        release();
        resolve(done);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
}

function tooLong(timeout: number): ConnectorError {
  const message = `The call took over ${timeout / 1000} s. Ask for less, or let a person raise --timeout.`;
  return new ConnectorError("timeout", message);
}
