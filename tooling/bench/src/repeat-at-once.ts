import { type CompletedTask, completeTask } from "./complete-task.ts";
import type { Task } from "./peers/task.ts";
import type { ServerProcess } from "./server-process.ts";

/** Does a whole task `times` times, `atOnce` of them under way until the last are sent. */
export async function repeatAtOnce(
  server: ServerProcess,
  task: Task,
  { atOnce, times }: { readonly atOnce: number; readonly times: number },
): Promise<CompletedTask[]> {
  const completed: CompletedTask[] = [];
  let begun = 0;
  async function lane(): Promise<void> {
    while (begun < times) {
      begun++;
      completed.push(await completeTask(server, task));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return completed;
}
