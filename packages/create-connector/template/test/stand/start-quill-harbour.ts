import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly added: string;
}

/** A Quill Harbour to test against: it answers as the real one does, holds its items in memory, and knows one token. */
export interface Stand extends AsyncDisposable {
  readonly url: string;
  readonly items: Item[];
}

/** Starts one on a free port of this machine. Check what it answers against the real system's own schema, where it has one. */
export async function startQuillHarbour(token: string, items: Item[]): Promise<Stand> {
  const server = createServer(async (request, response) => {
    const answer =
      request.headers.authorization === `Bearer ${token}` ? await answerTo(request, items) : { status: 401 };
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    items,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answerTo(request: IncomingMessage, items: Item[]): Promise<{ status: number; body?: unknown }> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand");
  if (pathname === "/api/me") return { status: 200, body: { name: "ada" } };
  if (pathname === "/api/items" && request.method === "POST") {
    const { title, body } = JSON.parse(await text(request)) as Item;
    const made = { id: `${items.length + 1}`, title, body, added: new Date().toISOString() };
    items.push(made);
    return { status: 201, body: made };
  }
  if (pathname === "/api/items") {
    const wanted = (searchParams.get("text") ?? "").toLowerCase();
    const start = Number(searchParams.get("start"));
    const found = items.filter(({ title, body }) => `${title}\n${body}`.toLowerCase().includes(wanted)).reverse();
    return { status: 200, body: found.slice(start, start + Number(searchParams.get("limit"))) };
  }
  const found = items.find(({ id }) => pathname === `/api/items/${encodeURIComponent(id)}`);
  return found === undefined ? { status: 404 } : { status: 200, body: found };
}
