import type { Task } from "./task.ts";

/**
 * How a server is started: `usual` is what a person gets who names a folder and nothing else; `large pages` lets one answer carry
 * a megabyte; `writing` grants changes; `every tool` grants all that the server can do; `audited` records every call in a file;
 * `far` puts the network between the server and what it serves; `near` does not, where `usual` need not reach it at all;
 * `writing far` is both; `remembering` is far too, and has answers used again for a minute without asking, where a server can.
 */
export type Setup =
  | "usual"
  | "large pages"
  | "writing"
  | "writing far"
  | "every tool"
  | "audited"
  | "near"
  | "far"
  | "remembering";

/** A server that a suite runs, ours or another's: how to make it ready, how to start it, and how it does each piece of work. */
export interface Peer<TaskName extends string = string> {
  /** The head of its column. */
  readonly name: string;
  /** What was measured; asked for after `prepare`. */
  version(): Promise<string>;
  /** Installs or builds what is missing; runs before any clock. */
  prepare(): Promise<void>;
  /** The Node.js that runs it; absent where it is the one that runs this. */
  readonly node?: () => string;
  /** What it is told beside the environment that all have. */
  readonly environment?: (setup: Setup) => Readonly<Record<string, string>>;
  /** Node's arguments: the program and its own. A server that knows no such setups starts the same way for each. */
  arguments(setup: Setup): readonly string[];
  /** By the task's name; a server takes no part in the measures of a task that it lacks. */
  readonly tasks: Readonly<Partial<Record<TaskName, Task>>>;
}
