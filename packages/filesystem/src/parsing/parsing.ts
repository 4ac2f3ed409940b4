import type { Facts } from "@drawbridge/core";
import type { ParseRequest } from "../documents/parse-request.ts";
import type { Section } from "../documents/parsed.ts";

/** A document while it is read. */
export interface Parsing {
  readonly facts: Facts;
  /** From the one that was asked for on, made when they are asked for. */
  readonly sections: Iterable<Section> | AsyncIterable<Section>;
}

/** Reads one kind of document. */
export type Parser = (request: ParseRequest) => Parsing | Promise<Parsing>;
