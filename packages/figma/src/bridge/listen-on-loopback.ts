import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectorError } from "@drawbridge/core";

/** Of connections at once, whoever they are from. */
const mostConnections = 128;

export interface LoopbackListener {
  readonly port: number;
  /** One for each address of `localhost` that this machine has. */
  readonly servers: readonly Server[];
}

/**
 * Listens where `localhost` leads, on the first of the ports that is free. Both addresses are taken, since a browser tries them in
 * turn: another program on the one would hear what is meant for the other.
 *
 * @throws ConnectorError where all ports are held
 */
export async function listenOnLoopback(ports: readonly number[], answer: RequestListener): Promise<LoopbackListener> {
  for (const port of ports) {
    const first = await listen("127.0.0.1", port, answer);
    if (typeof first === "string") continue;
    const taken = (first.address() as AddressInfo).port;
    const second = await listen("::1", taken, answer);
    if (second === "EADDRINUSE") {
      first.close();
      continue;
    }
    return { port: taken, servers: typeof second === "string" ? [first] : [first, second] };
  }
  throw new ConnectorError(
    "unavailable",
    `The plugin cannot be waited for: ports ${ports.join(", ")} of this machine are all held. End connectors that nobody uses any more.`,
  );
}

function listen(host: string, port: number, answer: RequestListener): Promise<Server | string> {
  const server = createServer({ requestTimeout: 5_000, headersTimeout: 5_000, maxHeaderSize: 8_192 }, answer);
  server.maxConnections = mostConnections;
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}
