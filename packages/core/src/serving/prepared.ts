import type { Operation } from "../pipeline/operation.ts";

/** One entry of a list that a host asks for, in the protocol's words. */
export type Listing = Readonly<Record<string, unknown> & { name: string }>;

/** A resource made ready: its template, and whether an address is one of its own. */
export interface PreparedResource {
  readonly listing: Listing;
  readonly list: Operation | undefined;
  readonly completions: ReadonlyMap<string, Operation>;
  readonly uriTemplate: string;
  matches(uri: string): boolean;
  readonly read: Operation;
}

/** Everything that is the same for each connection and request, made once at start. */
export interface Prepared {
  readonly identity: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string | undefined;
  /** Those that the grant covers. */
  readonly toolListings: readonly Listing[];
  /** All of them: calling one that is not granted is refused and recorded, not unknown. */
  readonly tools: ReadonlyMap<string, Operation>;
  readonly resources: readonly PreparedResource[];
  readonly promptListings: readonly Listing[];
  readonly prompts: ReadonlyMap<string, Operation>;
}
