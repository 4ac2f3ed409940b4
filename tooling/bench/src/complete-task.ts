import { BenchFailure } from "./bench-failure.ts";
import type { Task } from "./peers/task.ts";
import type { ServerProcess } from "./server-process.ts";

// Far above what any honest paging needs; a server whose cursor leads back to itself must not keep the bench for ever.
const MOST_PAGES = 5000;

/** A piece of work that a server has done. */
export interface CompletedTask {
  /** The time spent waiting for the server, over all pages; reading the cursor out of an answer is not in it. */
  readonly milliseconds: number;
  readonly items: readonly string[];
  readonly lastArrivedAt: number;
}

/** Asks for page after page until the server names no further one. */
export async function completeTask(server: ServerProcess, task: Task): Promise<CompletedTask> {
  const items: (readonly string[])[] = [];
  let milliseconds = 0;
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await server.callTool(task.call(cursor));
    milliseconds += answer.milliseconds;
    items.push(task.items(answer.result));
    cursor = task.nextCursor?.(answer.result);
    if (cursor === undefined) {
      return { milliseconds, items: items.flat(), lastArrivedAt: answer.arrivedAt };
    }
  }
  throw new BenchFailure(`${MOST_PAGES} pages and still a cursor: ${JSON.stringify(task.call(undefined))}`);
}
