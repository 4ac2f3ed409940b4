import type { IncomingMessage } from "node:http";
import type { CredentialsInUse } from "./credentials-in-use.ts";
import type { Answer, Ask } from "./exchange.ts";
import { refusal } from "./refusal.ts";

/** Reads a request, and says what is wrong with it already: a token that nobody has, a body that is no JSON. */
export async function readAsk(
  request: IncomingMessage,
  credentials: CredentialsInUse,
): Promise<{ readonly ask: Ask; readonly fault?: Answer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const sent = Buffer.concat(chunks).toString();
  const { method = "GET", url = "/", headers } = request;
  const { pathname, searchParams: query } = new URL(url, "http://stand");
  const token = tokenIn(headers.authorization);
  const credential = token === undefined ? undefined : credentials.of(token);
  const ask = { method, path: pathname, query, headers: headers as Ask["headers"], credential };
  if (token !== undefined && credential === undefined) return { ask, fault: refusal(401, "Bad credentials") };
  if (sent === "") return { ask };
  if (headers["content-type"]?.includes("urlencoded"))
    return { ask: { ...ask, body: Object.fromEntries(new URLSearchParams(sent)) } };
  try {
    return { ask: { ...ask, body: JSON.parse(sent) as unknown } };
  } catch {
    return { ask, fault: refusal(400, "Problems parsing JSON") };
  }
}

function tokenIn(header = ""): string | undefined {
  const [scheme = "", value = ""] = header.split(" ");
  if (scheme.toLowerCase() === "basic") return Buffer.from(value, "base64").toString().split(":").at(-1);
  return value === "" ? undefined : value;
}
