import type { Resource } from "../define/resource.ts";
import type { Definitions } from "../definitions/definitions.ts";
import type { Access } from "../effects/access.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { Provenance } from "./provenance.ts";

/** One entry of a list that a host asks for, in the protocol's words. */
export type Listing = Readonly<Record<string, unknown> & { name: string }>;

/** A resource made ready: its template, and whether an address is one of its own. */
export interface PreparedResource {
  readonly name: string;
  readonly listing: Listing;
  readonly list: Operation | undefined;
  readonly completions: ReadonlyMap<string, Operation>;
  readonly uriTemplate: string;
  /** Whether it is a family of addresses, and not one alone. */
  readonly isTemplate: boolean;
  matches(uri: string): boolean;
  readonly read: Operation;
  /** Absent where nobody can subscribe. */
  readonly watch: Resource<unknown>["watch"];
  /** Absent where nobody is told that its list changed. */
  readonly watchList: Resource<unknown>["watchList"];
}

/** Everything that is the same for each connection and request, made once at start. */
export interface Prepared {
  /** All of them, whatever was granted. */
  readonly definitions: Definitions;
  readonly identity: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string | undefined;
  /** Of whatever its tools and resources answer. */
  readonly provenance: Provenance;
  /** Those that the server's grant covers, for a caller who may do no more than this. */
  toolListings(access: Access): readonly Listing[];
  /** All of them: calling one that is not granted is refused and recorded, not unknown. */
  readonly tools: ReadonlyMap<string, Operation>;
  readonly resources: readonly PreparedResource[];
  readonly promptListings: readonly Listing[];
  readonly prompts: ReadonlyMap<string, Operation>;
  /** By a prompt's name, and then by its arguments. */
  readonly promptCompletions: ReadonlyMap<string, ReadonlyMap<string, Operation>>;
}
