import type { Effect } from "@drawbridge/core";
import type * as z from "zod";
import type { FilePlace } from "./file-problem.ts";

/** A statement of a file, as the tool that it becomes. */
export interface FileStatement extends FilePlace {
  /** Where its name stands. */
  readonly nameLine: number;
  readonly name: string;
  readonly description: string;
  /** With $1, $2 … */
  readonly sql: string;
  /** Parameters in the order of $1, $2 …, each with its type. */
  readonly bound: readonly { readonly name: string; readonly type: string }[];
  readonly input: Readonly<Record<string, z.ZodType>>;
  readonly effect: Effect;
  /** Rows of one answer. */
  readonly limit: number;
  readonly database: string | undefined;
}
