import type { CursorSeal } from "../paging/cursor-seal.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { ListReply } from "../pipeline/reply.ts";
import type { PreparedResource } from "./prepared.ts";

interface Place {
  /** Which kind of resource, among those that can be listed. */
  readonly kind: number;
  /** How many of its addresses were given before. */
  readonly offset: number;
}

/** The addresses of all kinds of resources, by pages of the server's budget. */
export class ResourcePages {
  readonly #lists: readonly Operation[];
  readonly #cursors: CursorSeal;

  constructor(resources: readonly PreparedResource[], cursors: CursorSeal) {
    this.#lists = resources.flatMap(({ list }) => list ?? []);
    this.#cursors = cursors;
  }

  /**
   * @param list one kind from an offset on; says how many it leaves out
   * @throws ConnectorError `invalid_input` for a cursor that is none
   */
  async read(
    cursor: string | undefined,
    principal: string,
    list: (operation: Operation, offset: number) => Promise<ListReply>,
  ): Promise<{ readonly resources: readonly unknown[]; readonly nextCursor?: string }> {
    const binding = { tool: "resources/list", principal, arguments: {} };
    const begin = cursor === undefined ? { kind: 0, offset: 0 } : (this.#cursors.open(cursor, binding) as Place);
    const resources: unknown[] = [];
    for (let { kind, offset } = begin; kind < this.#lists.length; kind += 1, offset = 0) {
      const { items, left = 0 } = await list(this.#lists[kind] as Operation, offset);
      resources.push(...items);
      // Where none fits at all, going on would never end.
      if (left === 0 || items.length === 0) continue;
      return { resources, nextCursor: this.#cursors.seal({ kind, offset: offset + items.length }, binding) };
    }
    return { resources };
  }
}
