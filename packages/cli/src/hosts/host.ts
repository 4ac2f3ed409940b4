import type { Format } from "../formats/format.ts";
import type { Machine } from "./machine.ts";

/** How a host lets a server have one of the variables that it has itself. */
export type HandsOn =
  /** Its configuration refers to it, under any name. */
  | "by reference"
  /** Its configuration names it: it keeps its name. */
  | "by name"
  /** A server inherits all of them: there is nothing to write. */
  | "all"
  /** Not at all. */
  | "none";

/** An application that starts MCP servers. */
export interface Host {
  /** What it is called on the command line. */
  readonly id: string;
  readonly title: string;
  /** Where the person's own configuration lies: the first that is there, or else the first. */
  files(machine: Machine): readonly [string, ...string[]];
  /** Folders or files one of which is there where the host is installed. */
  traces(machine: Machine): readonly string[];
  /** The configuration of one project; undefined where the host knows none. */
  projectFile?(folder: string): string;
  readonly format: Format;
  readonly variables: HandsOn;
  /** What the person has to know of its variables. */
  readonly variablesRemark?: string;
  /** What to do for a change to be seen. */
  readonly afterwards: string;
  /** Whether on Windows it starts npx only by way of the command processor. */
  readonly wrapsOnWindows?: boolean;
}
