import { quote } from "../words/quote.ts";
import { textRule } from "./text-rule.ts";

/** Every quantifier is bounded or ends at a character outside its class, so that matching stays linear. */
const address = /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>`]+/gi;
const mail = /[\w.%+-]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24})\b/gi;
/** Without a scheme only what nobody takes for a file or a column: `www.` before it, or an ending of the web's own. */
const bare =
  /(?<![\w./@-])(?:www\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.(?:com|net|org|xyz))(?![\w-])/gi;

/** A place outside is a place to send data to, or to fetch further orders from. */
export const outsideAddresses = textRule(
  "outside-addresses",
  "Name no address outside; in examples use example.com. Addresses of the connector's own system are allowed by host.",
  ({ text }, { allowedHosts }) =>
    [...new Set(hostsIn(text.normalize("NFKC")))]
      .filter((host) => !isAllowed(host, allowedHosts))
      .map((host) => `names ${quote(host)}, which is outside`),
);

function hostsIn(text: string): readonly string[] {
  const addresses = text.match(address) ?? [];
  const rest = text.replaceAll(address, " ");
  const mails = [...rest.matchAll(mail)].map(([, host = ""]) => host);
  const hosts = rest.replaceAll(mail, " ").match(bare) ?? [];
  return [...addresses.flatMap(hostOf), ...mails, ...hosts].map((host) => host.toLowerCase());
}

/** None where the host is left to a template (`postgres://{database}/{table}`) or is a single word on no network. */
function hostOf(url: string): readonly string[] {
  // In place of a variable a word: `https://{id}.outside.net` is outside whatever the id.
  const filled = withoutPunctuation(url).replaceAll(/\{[^{}]{0,100}\}/g, "x");
  if (!URL.canParse(filled)) return /^(?:https?|wss?|ftp):/i.test(filled) ? [filled] : [];
  const { hostname } = new URL(filled);
  return /[.:]/.test(hostname) ? [withoutPunctuation(hostname)] : [];
}

/** Without what the sentence around an address put at its end. */
function withoutPunctuation(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?)".includes(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((name) => host === name || host.endsWith(`.${name}`));
}
