import type { Call } from "./call.ts";

/**
 * Has a listener told once the host cancels a call.
 *
 * @returns what ends that; undefined where the call is cancelled already, which the listener is not told
 */
export function whenCancelled({ cancellation, signal }: Call, listener: () => void): (() => void) | undefined {
  if (cancellation === undefined) return whenAborted(signal(), listener);
  if (cancellation.aborted) return undefined;
  cancellation.onabort = listener;
  return () => {
    cancellation.onabort = undefined;
  };
}

function whenAborted(signal: AbortSignal, listener: () => void): (() => void) | undefined {
  if (signal.aborted) return undefined;
  signal.addEventListener("abort", listener);
  return () => signal.removeEventListener("abort", listener);
}
