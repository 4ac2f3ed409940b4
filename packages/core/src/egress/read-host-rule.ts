import { ConnectorError } from "../errors/connector-error.ts";
import { normalizeHost } from "./normalize-host.ts";

/** One entry of the allowed hosts. */
export interface HostRule {
  readonly protocol: "https:" | "http:";
  /** As a URL has it: lower case, punycode, IPv6 in brackets, without a trailing dot. */
  readonly name: string;
  /** Whether it stands for the names below `name` instead of `name`. */
  readonly subdomains: boolean;
  readonly port: number;
  covers(name: string): boolean;
}

const shape =
  /^(?:(?<scheme>https?):\/\/)?(?<wildcard>\*\.)?(?<host>\[[\da-f:.]+\]|[^\s/?#@*:\\[\]]+)(?::(?<port>\d{1,5}))?$/i;

/** Reads `api.example.com`, `*.example.com:8443` or `http://localhost:3000`; refuses what could mean more than it says. */
export function readHostRule(text: string): HostRule {
  const { scheme = "https", wildcard, host = "", port } = shape.exec(text)?.groups ?? {};
  const protocol = scheme.toLowerCase() === "http" ? "http:" : "https:";
  const name = normalizeHost(host);
  if (name === undefined) throw notAHost(text, "write a name, *.name or an address, with a port where it is not 443");
  const subdomains = wildcard !== undefined;
  if (subdomains && protocol === "http:") throw notAHost(text, "a host without encryption is named in full");
  if (subdomains && isTooWide(name)) throw notAHost(text, "a wildcard stands before a name of two parts or more");
  const number = port === undefined ? (protocol === "http:" ? 80 : 443) : Number(port);
  if (number < 1 || number > 65_535) throw notAHost(text, "there is no such port");
  const suffix = `.${name}`;
  const covers = (other: string) => (subdomains ? other.endsWith(suffix) : other === name);
  return { protocol, name, subdomains, port: number, covers };
}

/** `*.com` would allow half of the world, and an address has no names below it. */
function isTooWide(name: string): boolean {
  return !name.includes(".") || /^[\d.]+$/.test(name) || name.startsWith("[");
}

function notAHost(text: string, why: string): ConnectorError {
  // Somebody may have put a whole URL with a password here.
  const shown = text.includes("@") ? "one with user info" : JSON.stringify(text);
  return new ConnectorError("invalid_input", `The allowed hosts cannot have ${shown}: ${why}.`);
}
