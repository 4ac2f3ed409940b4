import { setTimeout } from "node:timers/promises";
import { Flights } from "@drawbridge/core";
import { type ApiCall, together } from "../api/api-call.ts";

/** Milliseconds for which others may join: calls that a host makes at once come within one or two. */
const gathering = 5;

/** Most characters of the ids of one request: addresses have bounds on the way. */
const mostCharacters = 4000;

/** Asks for things by their ids, of several calls together where they come at once: a request costs the same however many ids it has. */
export class Batches<Value> {
  readonly #flights = new Flights<ReadonlyMap<string, Value>, ApiCall>(together);
  readonly #gathered = new Map<string, Set<string>>();
  #count = 0;
  readonly #names = new WeakMap<Set<string>, string>();

  /**
   * @param group what has to be the same for ids to go together
   * @param ask what is asked for some of the ids; may be called several times
   */
  async join(
    group: string,
    ids: readonly string[],
    call: ApiCall,
    ask: (ids: readonly string[], all: ApiCall) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<ReadonlyMap<string, Value>> {
    const batch = this.#gathered.get(group) ?? this.#begin(group);
    for (const id of ids) batch.add(id);
    return this.#flights.join(this.#names.get(batch) ?? group, call, async (all) => {
      await setTimeout(gathering);
      this.#gathered.delete(group);
      const found = new Map<string, Value>();
      for (const part of inParts([...batch])) {
        all.signal.throwIfAborted();
        for (const [id, value] of await ask(part, all)) found.set(id, value);
      }
      return found;
    });
  }

  #begin(group: string): Set<string> {
    const batch = new Set<string>();
    this.#gathered.set(group, batch);
    this.#count += 1;
    this.#names.set(batch, `${group}\n${this.#count}`);
    return batch;
  }
}

function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  let left = 0;
  for (const id of ids) {
    // Colons and semicolons take three characters each in an address.
    const length = encodeURIComponent(id).length + 3;
    if (parts.length === 0 || left < length) {
      parts.push([]);
      left = mostCharacters;
    }
    parts.at(-1)?.push(id);
    left -= length;
  }
  return parts;
}
