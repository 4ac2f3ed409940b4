import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type StandDocument, startFigma } from "@drawbridge/sandbox";
import { designOf } from "./design-of.ts";
import { figmaDocuments } from "./figma-documents.ts";

// The stand, in a process of its own: neither the servers measured nor the bench wait for its work. What it answers it is asked for
// once, and sent again from then on, for it makes its JSON anew each time. It tells the bench where it listens, and ends with it.
const stand = await startFigma({ isPlenty: true, isChecked: false });
for (const sample of figmaDocuments)
  stand.add({ key: sample.key, name: sample.label }, designOf(sample) as StandDocument);

interface Recorded {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const recorded = new Map<string, Promise<Recorded>>();

async function record(path: string): Promise<Recorded> {
  const answer = await fetch(stand.url + path, { headers: { "x-figma-token": stand.token } });
  const type = answer.headers.get("content-type") ?? "application/json";
  return { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) };
}

const server = createServer((request, response) => {
  const path = request.url ?? "/";
  const known = recorded.get(path) ?? record(path);
  recorded.set(path, known);
  known.then(
    ({ status, type, body }) =>
      response.writeHead(status, { "content-type": type, "content-length": body.length }).end(body),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.keepAliveTimeout = 120_000;
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.once("disconnect", () => process.exit(0));
process.send?.({ port: (server.address() as AddressInfo).port, token: stand.token });
