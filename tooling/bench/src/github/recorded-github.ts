import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { withPlainNumbers } from "./numbered.ts";

/** An answer of the stand's, to be sent again. */
interface Recorded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Of the connection to the stand, or written anew for each answer. */
const leftOut = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
]);

/**
 * Stands before the stand, which takes long: asks it once for each address and sends the same answer from then on, or 304 to who has
 * its tag. A change is sent to it once too, and is then always answered so.
 */
export class RecordedGithub {
  readonly server: Server;
  readonly #stand: string;
  readonly #answers = new Map<string, Promise<Recorded>>();
  /** What GitHub would have taken from the allowance; an answer of 304 takes nothing. */
  #spent = 0;

  constructor(stand: string) {
    this.#stand = stand;
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
    });
    // A server whose turn it is not says nothing for longer than Node waits.
    this.server.keepAliveTimeout = 120_000;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", headers } = request;
    if (request.url === "/spent") return void response.end(String(this.#spent));
    const url = withPlainNumbers(request.url ?? "/");
    const sent = method === "GET" ? "" : withPlainNumbers(await textOf(request));
    // A change is not looked into, a query is.
    const key = [method, url, headers.accept, url === "/graphql" ? sent : ""].join("\n");
    const { status, headers: kept, body } = await this.#answerTo(key, method, url, request, sent);
    const isKnown = kept.etag !== undefined && headers["if-none-match"] === kept.etag;
    // Said in full, so that Node says nothing of how long it keeps a connection: GitHub does not either.
    response.setHeader("connection", "keep-alive");
    if (isKnown) return void response.writeHead(304, kept).end();
    this.#spent += 1;
    response.writeHead(status, { ...kept, "content-length": body.length }).end(body);
  }

  #answerTo(key: string, method: string, url: string, { headers }: IncomingMessage, sent: string): Promise<Recorded> {
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const asked = record(`${this.#stand}${url}`, {
      method,
      headers: {
        authorization: headers.authorization ?? "",
        ...(headers.accept === undefined ? {} : { accept: headers.accept }),
        ...(sent === "" ? {} : { "content-type": "application/json" }),
      },
      ...(sent === "" ? {} : { body: sent }),
    });
    this.#answers.set(key, asked);
    return asked;
  }
}

async function record(address: string, request: RequestInit): Promise<Recorded> {
  const answer = await fetch(address, request);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !leftOut.has(name)));
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
