import * as z from "zod";
import type { CallContext } from "../src/define/call-context.ts";
import { defineConnector } from "../src/define/define-connector.ts";
import { defineResource } from "../src/define/define-resource.ts";
import { defineTool } from "../src/define/define-tool.ts";
import type { WatchListener } from "../src/define/resource.ts";
import { ConnectorError } from "../src/errors/connector-error.ts";

/** A watch that is open now. */
interface OpenWatch {
  readonly uri: string;
  readonly principal: string;
  readonly listener: WatchListener;
}

/** A board of notices that can be watched: the system behind tests of subscriptions. */
export class Board {
  readonly open = new Set<OpenWatch>();
  /** Signals of the watches that never begin. */
  readonly beginning: AbortSignal[] = [];
  /** How many watches were begun at all. */
  begun = 0;

  /** Who hears when the list of notices changes. */
  readonly listWatched = new Set<WatchListener>();

  /** Tells those who watch a notice that it changed. */
  change(name: string): void {
    for (const { uri, listener } of this.open) if (uri === `board://${name}`) listener.changed();
  }

  /** There is another list of notices. */
  changeList(): void {
    for (const listener of this.listWatched) listener.changed();
  }
}

const notice = defineResource({
  name: "notice",
  title: "Notice",
  description: "One notice.",
  uriTemplate: "board://{name}",
  like: "board_read",
  list: async () => [],
  async watchList(listener, { client }: CallContext<Board>) {
    client.listWatched.add(listener);
    return { close: () => void client.listWatched.delete(listener) };
  },
  read: async (uri) => ({ body: uri }),
  async watch(uri, listener, { client, principal, signal }: CallContext<Board>) {
    if (uri.startsWith("board://secret")) throw new ConnectorError("refused", "That notice is not shown.");
    if (uri.startsWith("board://of-") && uri !== `board://of-${principal}`)
      throw new ConnectorError("refused", "That notice is for another.");
    if (uri.startsWith("board://slow")) {
      client.beginning.push(signal);
      return new Promise<never>(() => {});
    }
    client.begun += 1;
    if (uri.startsWith("board://eager")) listener.changed();
    const watch = { uri, principal, listener };
    client.open.add(watch);
    return { close: () => void client.open.delete(watch) };
  },
});

const paper = defineResource<Board>({
  name: "paper",
  title: "Paper",
  description: "Paper, which nobody can watch.",
  uriTemplate: "paper://{name}",
  read: async (uri) => ({ body: uri }),
});

const nothing = (name: string) =>
  defineTool({
    name,
    title: "Nothing",
    description: "Says nothing.",
    effect: "read",
    input: z.object({}),
    run: async () => ({ parts: [{ text: "nothing" }] }),
  });

/** Serves the board that it is given. */
export function boardConnector(board: Board) {
  return defineConnector({
    name: "board",
    title: "Board",
    description: "Serves a board of notices.",
    examples: [],
    package: new URL("../package.json", import.meta.url),
    options: z.object({}),
    open: async () => board,
    check: async () => ({}),
    tools: [nothing("board_read"), nothing("board_other")],
    resources: [notice, paper],
  });
}
