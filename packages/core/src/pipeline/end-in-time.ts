import { LateAbort } from "../cancelling/late-abort.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import { whenCancelled } from "./when-cancelled.ts";

/**
 * Does work of a call that ends at the host's cancellation, the call's time limit or the server's stop, whichever comes
 * first. While it runs, the call's signal tells it so; the caller is answered at once, even where the work is slow to
 * notice. Time that was spent waiting at the gate counts.
 */
export function endInTime<T>(call: Call, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const { timeout, running, stopping } = call.runtime;
    const ofHost = call.signal;
    const ending = new LateAbort();
    let working: Promise<T> | undefined;
    const release = () => {
      forget?.();
      running.delete(ended);
      call.signal = ofHost;
      call.ending = undefined;
    };
    const fail = (error: unknown) => {
      release();
      reject(error);
    };
    const end = (error: ConnectorError) => {
      if (working !== undefined) call.unfinished = working.then(ignore, ignore);
      ending.abort(error);
      fail(error);
    };
    const cancel = () => end(new ConnectorError("cancelled", "The call was cancelled."));
    const ended = {
      due: call.arrived + timeout,
      expire: () => end(tooLong(timeout, working !== undefined && mayHaveChanged(call))),
      stop: () => end(stopped(working !== undefined && mayHaveChanged(call))),
    };
    const forget = whenCancelled(call, cancel);
    if (forget === undefined) {
      cancel();
      return;
    }
    // A call that waited at the gate while the server stopped must not begin.
    if (stopping.aborted) {
      ended.stop();
      return;
    }
    running.add(ended);
    call.signal = ending.signal;
    call.ending = ending;
    // A stage may throw before it has a promise to give.
    try {
      working = work();
      working.then((done) => {
        release();
        resolve(done);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
}

function ignore(): void {}

/** Nobody waits to hear whether it was made. */
function mayHaveChanged({ effect, dryRun }: Call): boolean {
  return effect !== "read" && dryRun !== true;
}

const look = "What it changes may be changed by now: look before you call again.";

function tooLong(timeout: number, mayBeDone: boolean): ConnectorError {
  const rest = mayBeDone ? look : "Ask for less, or let a person raise --timeout.";
  return new ConnectorError("timeout", `The call took over ${timeout / 1000} s. ${rest}`, { mayBeDone });
}

function stopped(mayBeDone: boolean): ConnectorError {
  const rest = mayBeDone ? look : "Call again when it is back.";
  return new ConnectorError("unavailable", `The server is stopping. ${rest}`, { mayBeDone });
}
