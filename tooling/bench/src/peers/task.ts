import type { Answer } from "../answer.ts";
import type { ToolCall } from "../tool-call.ts";

/** How one server does one piece of work, page by page. */
export interface Task {
  /** The call for the page that the cursor names; for the first page there is none. */
  call(cursor: string | undefined): ToolCall;
  /** What the page holds: the text of a file as one item, the entries of a directory, the paths that were found. */
  items(result: Answer["result"]): readonly string[];
  /** Absent where a server knows no pages. */
  nextCursor?(result: Answer["result"]): string | undefined;
}
