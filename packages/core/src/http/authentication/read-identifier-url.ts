import { UsageError } from "../../options/usage-error.ts";
import { isLoopback } from "../is-loopback.ts";

/**
 * A URL that tokens are bound to, or that decides on them: encrypted unless it stays on this machine, and nothing in it
 * that an identifier cannot have (RFC 8414, section 2; RFC 8707, section 2).
 *
 * @throws UsageError naming the option it came from
 */
export function readIdentifierUrl(option: string, text: string): URL {
  if (!URL.canParse(text)) throw new UsageError(`${option} is not a URL; write it with https:// and the host`);
  const url = new URL(text);
  const isEncrypted = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (!isEncrypted) throw new UsageError(`${option} has to begin with https://; http:// is for loopback alone`);
  if (url.username !== "" || url.password !== "")
    throw new UsageError(`${option} has to have no user name or password`);
  if (/[\s?#]/.test(text)) throw new UsageError(`${option} has to have no white space, ? or # in it`);
  return url;
}
