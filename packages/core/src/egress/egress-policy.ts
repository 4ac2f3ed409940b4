import { ConnectorError } from "../errors/connector-error.ts";
import { Connections } from "./connections.ts";
import type { EgressRules } from "./egress-rules.ts";
import { type HostRule, readHostRule } from "./read-host-rule.ts";
import { rememberedNames } from "./remembered-names.ts";
import { resolveName } from "./resolve-name.ts";

/** The rules as they are checked: read once, so that a mistyped one shows before the first request. */
export class EgressPolicy {
  readonly hosts: readonly HostRule[];
  /** Names as a URL has them, without a trailing dot. */
  readonly allowPrivate: ReadonlySet<string>;
  readonly maxBytes: number;
  readonly timeout: number;
  readonly ca: string | undefined;
  readonly connections: Connections;
  readonly resolve: (name: string) => Promise<readonly string[]>;

  constructor(rules: EgressRules) {
    const { hosts, allowPrivate = [], maxBytes = 10 << 20, timeout = 30_000, ca, keepAlive = false, resolve } = rules;
    this.hosts = hosts.map(readHostRule);
    this.allowPrivate = new Set(allowPrivate.map((text) => this.#readPrivate(text)));
    this.maxBytes = positive(maxBytes, "maxBytes");
    this.timeout = positive(timeout, "timeout");
    this.ca = ca;
    this.connections = new Connections(keepAlive);
    const asked = resolve ?? resolveName;
    this.resolve = keepAlive ? rememberedNames(asked) : asked;
  }

  /** A name that may be private and cannot be reached at all is a mistake, and would go unnoticed. */
  #readPrivate(text: string): string {
    const { name, subdomains, port, protocol } = readHostRule(text);
    const isPlain = !subdomains && port === 443 && protocol === "https:" && !text.includes("://");
    if (!isPlain) throw invalid(`allowPrivate takes a plain host name or address, not ${JSON.stringify(text)}.`);
    if (this.hosts.some((rule) => rule.covers(name))) return name;
    throw invalid(
      `allowPrivate names ${JSON.stringify(text)}, which is not among the allowed hosts. Add it there too.`,
    );
  }
}

function positive(value: number, name: string): number {
  // Node fires a timer beyond 31 bits at once, which would look like a timeout.
  if (Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
  throw invalid(`${name} must be a whole number above 0 and below 2147483648.`);
}

function invalid(message: string): ConnectorError {
  return new ConnectorError("invalid_input", message);
}
