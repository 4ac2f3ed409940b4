import { setImmediate } from "node:timers/promises";

/** Other calls are let through at least this often, in milliseconds. */
const slice = 15;

/** What long work calls again and again, so that other calls are let through. It throws the signal's reason. */
export function breather(signal: AbortSignal): () => Promise<void> {
  let sliceEnd = performance.now() + slice;
  return async () => {
    if (performance.now() < sliceEnd) return;
    await setImmediate();
    signal.throwIfAborted();
    sliceEnd = performance.now() + slice;
  };
}
