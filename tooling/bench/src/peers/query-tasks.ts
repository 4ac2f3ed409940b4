import { statements } from "../samples/statements.ts";
import type { QueryTask } from "./query-task.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

/** The tasks of a server whose tool takes a statement as `sql` and answers a text. */
export function queryTasks(tool: string): Readonly<Record<QueryTask, Task>> {
  const task = (name: QueryTask): Task => ({
    call: () => ({ name: tool, arguments: { sql: statements[name]() } }),
    items: (result) => [textOf(result)],
  });
  return {
    "ten rows": task("ten rows"),
    "ten rows, new words": task("ten rows, new words"),
    "first hundred": task("first hundred"),
  };
}
