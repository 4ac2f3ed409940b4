import type { ToolCall } from "../tool-call.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

/** An edit that replaces one of two lines by the other, turn about, so that it can be repeated. What is answered is the diff. */
export function editTask(
  [first, second]: readonly [string, string],
  call: (old: string, replacement: string) => ToolCall,
): Task {
  let isFirst = false;
  return {
    call() {
      isFirst = !isFirst;
      return isFirst ? call(first, second) : call(second, first);
    },
    items: (result) => [textOf(result)],
  };
}
