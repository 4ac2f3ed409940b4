import type { IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";
import type { Destination } from "./admit-url.ts";
import type { Hop } from "./hop.ts";
import { networkError } from "./network-error.ts";
import { pinnedLookup } from "./pinned-lookup.ts";

interface Way {
  readonly destination: Destination;
  readonly addresses: readonly string[];
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Sends one request to the checked addresses, and to nothing else: its agent keeps no connection and knows no proxy, and
 * what the environment says of Node's HTTP client has no part in it. The name stays in `Host` and in TLS.
 */
export function sendHop(hop: Hop, { destination, addresses, ca, signal }: Way): Promise<IncomingMessage> {
  const { protocol, name, port, shown } = destination;
  const client = process.getBuiltinModule(protocol === "http:" ? "node:http" : "node:https");
  const options: RequestOptions = {
    protocol,
    hostname: name.replace(/^\[|\]$/g, ""),
    port,
    path: hop.url.pathname + hop.url.search,
    method: hop.method,
    headers: { ...Object.fromEntries(hop.headers), "accept-encoding": encodings(hop) },
    agent: new client.Agent({ keepAlive: false }),
    lookup: pinnedLookup(addresses),
    maxHeaderSize: 16 << 10,
    insecureHTTPParser: false,
    // Written out, since NODE_TLS_REJECT_UNAUTHORIZED=0 would otherwise turn the check off.
    rejectUnauthorized: true,
    signal,
    ...(ca === undefined ? {} : { ca }),
  };
  return new Promise((resolve, reject) => {
    const request = client.request(options);
    const failed = (error: unknown) => reject(signal.aborted ? signal.reason : networkError(error, shown));
    request.on("error", failed);
    // An answer that switches protocols ends without any event but this one.
    request.on("close", () => failed({ code: "ECONNRESET", message: "closed without an answer" }));
    request.on("response", resolve);
    request.end(hop.body);
  });
}

/** A part of a compressed answer could not be decompressed. */
function encodings({ headers }: Hop): string {
  return headers.has("range") ? "identity" : "gzip, br";
}
