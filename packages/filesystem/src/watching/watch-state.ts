import type { Watch, WatchListener } from "@drawbridge/core";

/** Looking at everything that is watched takes at most one part in so many of the time, however slow the disk: it is then looked at more rarely. */
const share = 10;

/** How many states this process watches. */
let watched = 0;

/**
 * Watches something by asking for its state again and again, and telling when that is another.
 *
 * @param stateOf what tells one state from the next; what it throws is the watch's failure
 * @param interval milliseconds between two looks
 */
export function watchState(stateOf: () => string | undefined, interval: number, listener: WatchListener): Watch {
  let state = stateOf();
  let timer = setTimeout(look, interval).unref();
  watched += 1;

  function look(): void {
    const started = performance.now();
    try {
      const now = stateOf();
      if (now !== state) listener.changed();
      state = now;
    } catch (error) {
      listener.failed(error);
      return;
    }
    const cost = performance.now() - started;
    timer = setTimeout(look, Math.max(interval, cost * watched * share)).unref();
  }

  return {
    close() {
      clearTimeout(timer);
      watched -= 1;
    },
  };
}
