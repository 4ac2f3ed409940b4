import type { RequestContext } from "./request-context.ts";

/** Hosts draw progress for people; more often than this nobody sees it. */
const interval = 100;

const unasked = () => {};

/** Sends progress to the host that asked for it, at most ten times a second and never backwards, as the protocol wants. */
export function progressReporter(context: RequestContext): (done: number, total?: number, message?: string) => void {
  const progressToken = context.mcpReq._meta?.progressToken;
  if (progressToken === undefined) return unasked;
  let last = Number.NEGATIVE_INFINITY;
  let lastTime = Number.NEGATIVE_INFINITY;
  return (done, total, message) => {
    const now = performance.now();
    const isEnd = done === total;
    if (done <= last || (now - lastTime < interval && !isEnd)) return;
    last = done;
    lastTime = now;
    const params = {
      progressToken,
      progress: done,
      ...(total === undefined ? {} : { total }),
      ...(message === undefined ? {} : { message }),
    };
    // A host that is gone is noticed by its transport; progress to it is no failure of the call.
    context.mcpReq.notify({ method: "notifications/progress", params }).catch(() => {});
  };
}
