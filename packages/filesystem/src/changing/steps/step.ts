import type { HeldDirectory } from "@drawbridge/core";
import type { Operation } from "../../journal/records/operation.ts";

/** One step of a transaction, from what is written down of it to what is done. */
export interface Step {
  readonly operation: Operation;
  /** All that takes time or may fail, while everything looks as before. What it leaves, `operation` tells of. */
  prepare(): Promise<void>;
  /** True once `prepare` failed before it made anything: then nothing is taken back, which might be somebody else's. */
  readonly isUntouched?: boolean;
  /** Makes it visible by one system call. Throws `conflict` where what stands there is no longer what was seen. */
  apply(): void;
  /** What is left to do before the transaction counts as done. */
  finish?(): Promise<void>;
  /** What is left over once it is done. */
  clear?(): void;
  /** Of each place of the operation the folder that holds it, whose names are forced to the disk. */
  readonly folders: readonly HeldDirectory[];
}
