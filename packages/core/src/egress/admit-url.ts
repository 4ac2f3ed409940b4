import { ConnectorError } from "../errors/connector-error.ts";
import { normalizeHost } from "./normalize-host.ts";
import type { HostRule } from "./read-host-rule.ts";

/** Where a request goes, once the rules allow it. */
export interface Destination {
  readonly protocol: "https:" | "http:";
  readonly name: string;
  readonly port: number;
  /** As a person writes it among the allowed hosts: the port and `http://` only where they matter. */
  readonly shown: string;
}

/** Lets a URL through whose scheme, host and port the person allowed together. Never repeats more of it than the host. */
export function admitUrl(url: URL, hosts: readonly HostRule[]): Destination {
  const { protocol } = url;
  if (protocol !== "https:" && protocol !== "http:") throw refused("Only https URLs can be fetched.");
  if (url.username !== "" || url.password !== "") {
    throw refused("A URL with a user name or password in it is not fetched. Leave out what stands before the @.");
  }
  const name = normalizeHost(url.hostname);
  if (name === undefined) throw refused("The URL has no host that could be looked up.");
  const standard = protocol === "http:" ? 80 : 443;
  const port = url.port === "" ? standard : Number(url.port);
  const shown = `${protocol === "http:" ? "http://" : ""}${name}${port === standard ? "" : `:${port}`}`;
  const isAllowed = hosts.some((rule) => rule.protocol === protocol && rule.port === port && rule.covers(name));
  if (!isAllowed) throw refused(notAllowed(shown, hosts));
  return { protocol, name, port, shown };
}

function notAllowed(shown: string, hosts: readonly HostRule[]): string {
  const few = hosts.length > 0 && hosts.length <= 8 ? ` Allowed are: ${hosts.map(spell).join(", ")}.` : "";
  return `${shown} is not an allowed host.${few} A person who wants it reached adds "${shown}" to the allowed hosts.`;
}

function spell({ protocol, name, subdomains, port }: HostRule): string {
  const isStandard = port === (protocol === "http:" ? 80 : 443);
  return `${protocol === "http:" ? "http://" : ""}${subdomains ? "*." : ""}${name}${isStandard ? "" : `:${port}`}`;
}

function refused(message: string): ConnectorError {
  return new ConnectorError("refused", message);
}
