import type { IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";
import type { Destination } from "./admit-url.ts";
import { Connections } from "./connections.ts";
import type { Hop } from "./hop.ts";
import { networkError } from "./network-error.ts";
import { pinnedLookup } from "./pinned-lookup.ts";
import type { TimeBound } from "./time-bound.ts";

interface Way {
  readonly destination: Destination;
  readonly addresses: readonly string[];
  readonly ca: string | undefined;
  readonly connections: Connections;
  readonly time: TimeBound;
}

/**
 * Sends one request to the checked addresses, and to nothing else; what the environment says of Node's HTTP client has no
 * part in it. The name stays in `Host` and in TLS.
 */
export function sendHop(hop: Hop, way: Way): Promise<IncomingMessage> {
  const { destination, addresses, ca, connections, time } = way;
  const { protocol, name, port, shown } = destination;
  const client = process.getBuiltinModule(protocol === "http:" ? "node:http" : "node:https");
  const options: RequestOptions = {
    protocol,
    hostname: name.replace(/^\[|\]$/g, ""),
    port,
    path: hop.url.pathname + hop.url.search,
    method: hop.method,
    headers: { ...Object.fromEntries(hop.headers), "accept-encoding": encodings(hop), ...lengthOf(hop) },
    agent: connections.agentFor(protocol),
    lookup: pinnedLookup(addresses),
    maxHeaderSize: 16 << 10,
    insecureHTTPParser: false,
    // Written out, since NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise turn the check off.
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((resolve, reject) => {
    if (time.reason !== undefined) return reject(time.reason);
    const request = client.request(options);
    time.onend = () => request.destroy(time.reason);
    let isSettled = false;
    const failed = (error: unknown) => {
      if (isSettled) return;
      isSettled = true;
      if (time.reason !== undefined) return reject(time.reason);
      // A kept connection may have been closed meanwhile. What only reads is sent again on one of its own.
      if (!request.reusedSocket || !isReading(hop)) return reject(networkError(error, shown));
      resolve(sendHop(hop, { ...way, connections: new Connections(false) }));
    };
    request.on("error", failed);
    // An answer that switches protocols ends without any event but this one.
    request.on("close", () => failed({ code: "ECONNRESET", message: "closed without an answer" }));
    request.on("response", (message) => {
      isSettled = true;
      time.onend = () => message.destroy(time.reason);
      resolve(message);
    });
    request.end(hop.body);
  });
}

/** Node says no length of what a DELETE sends, so that the server takes it for the next request of the connection. */
function lengthOf({ body }: Hop): { readonly "content-length"?: number } {
  return body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
}

function isReading({ method }: Hop): boolean {
  return method === "GET" || method === "HEAD";
}

/** A part of a compressed answer could not be decompressed. */
function encodings({ headers }: Hop): string {
  return headers.has("range") ? "identity" : "gzip, br";
}
