import { ConnectorError } from "../errors/connector-error.ts";
import type { EgressRequest } from "./egress-request.ts";
import type { Hop } from "./hop.ts";

/** All that goes along to another origin. A list of credentials would miss `X-Figma-Token` and the next of its kind. */
const harmless: ReadonlySet<string> = new Set(["accept", "accept-language", "content-type", "range", "user-agent"]);

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
}

/** The request that a redirect asks for, to be checked like the first; undefined where the answer is the last. */
export function nextHop(hop: Hop, answer: Answer, mode: EgressRequest["redirect"] = "follow"): Hop | undefined {
  const { status, location } = answer;
  const isRedirect = [301, 302, 303, 307, 308].includes(status) && location !== undefined;
  if (!isRedirect || mode === "manual") return undefined;
  if (mode === "error") throw new ConnectorError("refused", `${hop.url.host} redirects, and the request allows none.`);
  if (!URL.canParse(location, hop.url.href)) {
    throw new ConnectorError("refused", `${hop.url.host} redirects to something that is no URL.`);
  }
  const url = new URL(location, hop.url.href);
  const headers = new Map(hop.headers);
  if (url.origin !== hop.url.origin) keepOnly(headers, (name) => harmless.has(name));
  if (!becomesGet(status, hop.method)) return { ...hop, url, headers };
  keepOnly(headers, (name) => !name.startsWith("content-"));
  return { url, method: "GET", headers, body: undefined };
}

/** As the Fetch standard has it (HTTP-redirect fetch, step 12). */
function becomesGet(status: number, method: string): boolean {
  if (status === 303) return method !== "GET" && method !== "HEAD";
  return (status === 301 || status === 302) && method === "POST";
}

function keepOnly(headers: Map<string, string>, isKept: (name: string) => boolean): void {
  for (const name of [...headers.keys()]) if (!isKept(name)) headers.delete(name);
}
