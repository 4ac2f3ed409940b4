import { ConnectorError } from "../errors/connector-error.ts";
import type { Stage } from "./stage.ts";

/**
 * Ends a call at the host's cancellation, its time limit or the server's stop, whichever comes first, through one
 * signal. The caller is answered at once, even where a tool is slow to notice.
 */
export const deadline: Stage = (call, next) =>
  new Promise((resolve, reject) => {
    const { timeout, stopping } = call.runtime;
    const host = call.signal;
    const controller = new AbortController();
    const abort = (error: ConnectorError) => {
      controller.abort(error);
      settle(() => reject(error));
    };
    const cancelled = () => abort(new ConnectorError("cancelled", "The call was cancelled."));
    const stopped = () =>
      abort(new ConnectorError("unavailable", "The server is stopping. Call again when it is back."));
    const timer = setTimeout(() => {
      const message = `The call took over ${timeout / 1000} s. Ask for less, or let a person raise --timeout.`;
      abort(new ConnectorError("timeout", message));
    }, timeout);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      host.removeEventListener("abort", cancelled);
      stopping.removeEventListener("abort", stopped);
      how();
    };
    host.addEventListener("abort", cancelled);
    stopping.addEventListener("abort", stopped);
    if (host.aborted) return cancelled();
    if (stopping.aborted) return stopped();
    call.signal = controller.signal;
    next().then(
      (reply) => settle(() => resolve(reply)),
      (error) => settle(() => reject(error)),
    );
  });
