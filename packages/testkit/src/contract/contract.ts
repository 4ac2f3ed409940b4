import type { Connector } from "@drawbridge/core";
import type { StartOptions } from "../places/in-process.ts";

/** What the suite must know of a connector to test it. */
export interface Contract {
  readonly connector: Connector;
  /** The built command, `dist/cli.js`. */
  readonly cli: string;
  /** How to start it against a real system, made by the test; all tools granted. */
  readonly start: StartOptions;
  /** How to start it against a system that cannot be used, where there is such a thing. */
  readonly unreachable?: StartOptions;
  /**
   * For each tool at least one call that must succeed against that system, again and again; for one that pages, a call that
   * answers over a kibibyte. Texts in them should be recognisable: they are looked for where they must not be.
   */
  readonly calls: Readonly<Record<string, ReadonlyArray<Readonly<Record<string, unknown>>>>>;
  /**
   * Tools that need what a server of the suite cannot have, such as an application beside it: they are declared and locked like
   * the others, are not called, and have tests of their own.
   */
  readonly apart?: readonly string[];
  /**
   * Content tools whose pages each stand by themselves, with what leads to where they begin: put together they are not the text that
   * a larger page has. That each thing is told once is for tests of their own.
   */
  readonly standalonePages?: readonly string[];
  /**
   * What calls can change, to be compared: names with contents, rows. Needed where a tool writes or destroys; elsewhere it
   * proves that reading changes nothing.
   */
  state?(): unknown;
  /**
   * Puts the system back as the calls expect it, before each that writes or destroys. Needed where one would not succeed twice.
   *
   * @param principal who calls next, where the system keeps callers apart
   */
  restore?(principal: string): void | Promise<void>;
  /** For each prompt a set of arguments that it takes. */
  readonly prompts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Where a resource has `watch`: an address of it, and what changes in the system what stands there. */
  readonly subscription?: { readonly uri: string; change(): void | Promise<void> };
  /** Arguments that any model knows by their names, since they are the system's own, and that need no description. */
  readonly knownNames?: readonly string[];
  /** Most milliseconds of one check over many calls, where the system that the test made answers slowly. */
  readonly checkTimeout?: number;
  /** Most bytes of the tool list: every session pays for it. */
  readonly toolListBytes: number;
}
