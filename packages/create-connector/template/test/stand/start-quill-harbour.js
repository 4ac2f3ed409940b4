import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
/** Starts one on a free port of this machine. Check what it answers against the real system's own schema, where it has one. */
export async function startQuillHarbour(token, items) {
  const server = createServer(async (request, response) => {
    const answer =
      request.headers.authorization === `Bearer ${token}` ? await answerTo(request, items) : { status: 401 };
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body ?? {}));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    items,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
async function answerTo(request, items) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand");
  if (pathname === "/api/me") return { status: 200, body: { name: "ada" } };
  if (pathname === "/api/items" && request.method === "POST") {
    const { title, body } = JSON.parse(await text(request));
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
