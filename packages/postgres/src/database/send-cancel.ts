import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { type ConnectionOptions, connect as connectTls } from "node:tls";
import type { DatabaseClient } from "./database-client.ts";

/** Codes of requests that come before any other message (PostgreSQL manual, 54.7). */
const cancelRequest = 80877102;
const sslRequest = 80877103;

const longestWait = 2000;

/**
 * Asks the server to cancel what a client's backend runs, over a connection of its own. Settles when the server has taken
 * the request, or could not be asked: nothing tells whether anything was cancelled.
 */
export async function sendCancel(client: DatabaseClient): Promise<void> {
  const { processId, secretKey } = client.backend;
  const request = Buffer.alloc(16);
  for (const [index, part] of [16, cancelRequest, processId, secretKey].entries())
    request.writeInt32BE(part, index * 4);
  const signal = AbortSignal.timeout(longestWait);
  let socket = client.host.startsWith("/")
    ? connect(`${client.host}/.s.PGSQL.${client.port}`)
    : connect(client.port, client.host);
  try {
    await once(socket, "connect", { signal });
    if (client.ssl) socket = await secured(socket, client, signal);
    socket.end(request);
    // The server says nothing, and closes.
    socket.resume();
    await once(socket, "close", { signal });
  } catch {
    // The statement's own time limit on the server ends it then.
  } finally {
    socket.destroy();
  }
}

async function secured(socket: Socket, { host, ssl }: DatabaseClient, signal: AbortSignal): Promise<Socket> {
  const request = Buffer.alloc(8);
  request.writeInt32BE(8, 0);
  request.writeInt32BE(sslRequest, 4);
  socket.write(request);
  await once(socket, "data", { signal });
  const options = typeof ssl === "object" ? (ssl as ConnectionOptions) : {};
  const secure = connectTls({ ...options, socket, host, ...(isIP(host) === 0 ? { servername: host } : {}) });
  await once(secure, "secureConnect", { signal });
  return secure;
}
