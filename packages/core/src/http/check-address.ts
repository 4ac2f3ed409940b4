import type { IncomingMessage } from "node:http";
import { hostOf } from "./host-of.ts";
import type { HttpAnswer } from "./http-answer.ts";
import type { HttpSettings } from "./http-settings.ts";
import { isLoopback } from "./is-loopback.ts";
import { refusal } from "./refusal.ts";

type Addressed = Pick<IncomingMessage, "headers" | "headersDistinct" | "url">;

/**
 * Refuses a request that is addressed to another host, or comes from a web page that may not call: a page that has its
 * own name resolve to this machine (DNS rebinding) sends both.
 */
export function checkAddress(
  { headers, headersDistinct, url = "" }: Addressed,
  settings: HttpSettings,
): HttpAnswer | undefined {
  if (!url.startsWith("/")) return refusal(400, "The request's target is no path");
  // Of several Hosts a proxy may have looked at one, and Node gives another.
  if (headersDistinct.host !== undefined && headersDistinct.host.length > 1) return refusal(400, "Send one Host alone");
  const { host, origin } = headers;
  if (host === undefined || !isAddressed(host, settings)) {
    return refusal(403, "This server is not called by that name in Host. Its person allows names with --allowed-hosts");
  }
  if (origin !== undefined && !isAllowedOrigin(origin, settings)) {
    return refusal(403, "Pages of that Origin may not call this server. Its person allows them with --allowed-origins");
  }
  return undefined;
}

/** Whether a page may call; without `--allowed-origins`, those of this machine where only it can be reached. */
export function isAllowedOrigin(origin: string, { origins, isLocal }: HttpSettings): boolean {
  if (origins.includes(origin)) return true;
  return isLocal && /^https?:/i.test(origin) && URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

function isAddressed(host: string, { hosts }: HttpSettings): boolean {
  const name = hostOf(host);
  return name !== undefined && hosts.includes(name);
}
