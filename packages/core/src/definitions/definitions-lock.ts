import { canonicalJson } from "../digest/canonical-json.ts";
import { sha256 } from "../digest/sha256.ts";
import type { Definitions } from "./definitions.ts";

/** What tells a change of definitions: for each of them the SHA-256 of its canonical JSON (RFC 8785), in hexadecimal. */
export interface DefinitionsLock {
  /** Of this format. */
  readonly version: 1;
  readonly connector: string;
  readonly title: string;
  /** Null where there are none. */
  readonly instructions: string | null;
  readonly tools: Readonly<Record<string, string>>;
  readonly resources: Readonly<Record<string, string>>;
  readonly prompts: Readonly<Record<string, string>>;
}

/**
 * The lock of definitions, be they a connector's own or what its `--list-definitions` printed. Throws for a version that
 * it does not know, and where two share a name: one of them would hide behind the other's digest.
 */
export function definitionsLock(definitions: Definitions): DefinitionsLock {
  const { version, connector, title, instructions, tools, resources, prompts } = definitions;
  if (version !== 1) throw new Error("Definitions of a version that is not known");
  return {
    version,
    connector,
    title: digest(title),
    instructions: instructions === null ? null : digest(instructions),
    tools: digests(tools),
    resources: digests(resources),
    prompts: digests(prompts),
  };
}

function digests(listings: Definitions["tools"]): Record<string, string> {
  const digests = new Map(listings.map((listing) => [listing.name, digest(listing)]));
  if (digests.size < listings.length) throw new Error("Two definitions share a name");
  return Object.fromEntries(digests);
}

function digest(definition: unknown): string {
  return sha256(canonicalJson(definition));
}
