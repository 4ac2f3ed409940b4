import { isIPv4 } from "node:net";

/** Whether a host, as a person writes it or as a URL has it, is this machine and no other. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || (isIPv4(name) && name.startsWith("127."));
}
