import { countNodes } from "../documents/count-nodes.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";

const mostSubtrees = 64;
const mostNodes = 100_000;

/** Subtrees as they were read, by their hashes: against them a person's changes are told. The ones read last are kept. */
export class KnownSubtrees {
  readonly #kept = new Map<string, { readonly document: FigmaDocument; readonly nodes: number }>();
  #nodes = 0;

  keep(hash: string, document: FigmaDocument): void {
    this.#forget(hash);
    const nodes = countNodes(document.document);
    this.#kept.set(hash, { document, nodes });
    this.#nodes += nodes;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostSubtrees && this.#nodes <= mostNodes) return;
      this.#forget(oldest);
    }
  }

  find(hash: string): FigmaDocument | undefined {
    return this.#kept.get(hash)?.document;
  }

  #forget(hash: string): void {
    this.#nodes -= this.#kept.get(hash)?.nodes ?? 0;
    this.#kept.delete(hash);
  }
}
