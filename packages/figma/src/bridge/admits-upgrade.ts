import type { IncomingMessage } from "node:http";
import { bridgePath } from "./bridge-path.ts";

/**
 * Whether a request may become a connection. A plugin's page stands in a frame whose origin is opaque, which browsers write `null`; pages of
 * the web have origins of their own, and are refused. Others may write `null` too: pairing is what holds against those.
 */
export function admitsUpgrade({ url, headers: { host, origin } }: IncomingMessage, port: number): boolean {
  // A name that was made to lead here is not ours, whatever it leads to.
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
  return url === bridgePath && origin === "null" && host !== undefined && hosts.includes(host.toLowerCase());
}
