import type { Connector } from "@drawbridge/core";
import type { StartOptions } from "@drawbridge/testkit";

/** A connector on a system to show it on, and one call for each of its tools. */
export interface Example {
  readonly connector: Connector;
  /** The calls, in an order in which each can succeed. What an answer gives can be part of a later call. */
  readonly calls: Readonly<Record<string, Call>>;
  /** Tools that are refused on this system, where the answer says what a person does first. */
  readonly refused?: readonly string[];
  /** Makes the system. */
  start(): Promise<Started>;
}

/** The arguments, or what makes them of what the tool called before this answered. */
export type Call = Readonly<Record<string, unknown>> | ((before: Readonly<Record<string, unknown>>) => object);

/** A system that was made for examples. */
export interface Started extends AsyncDisposable {
  readonly options: StartOptions;
  /** What differs on each machine, and what is shown in its place. */
  readonly shownAs?: ReadonlyMap<string, string>;
}
