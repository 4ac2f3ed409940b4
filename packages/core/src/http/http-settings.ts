import type * as z from "zod";
import type { standardOptions } from "../options/standard-options.ts";
import { UsageError } from "../options/usage-error.ts";
import { isLoopback } from "./is-loopback.ts";
import type { ListenAddress } from "./listen-address.ts";

/** How a connector is served over HTTP, once what was given is found to hold together. */
export interface HttpSettings {
  readonly listen: ListenAddress;
  /** Names that requests may be addressed to, without ports. */
  readonly hosts: readonly string[];
  /** Origins of web pages that may call; beyond these, on loopback those of this machine. */
  readonly origins: readonly string[];
  readonly isLocal: boolean;
  /** Of `/mcp`, as clients see it; undefined where they see what was listened on. */
  readonly publicUrl: string | undefined;
  readonly token: string | undefined;
  /** A name by which others may be let in by a proxy, where nobody has to say who they are. */
  readonly openTo: string | undefined;
  /** Without an audience tokens are for the address of `/mcp`. */
  readonly oauth: { readonly issuer: string; readonly audience: string | undefined } | undefined;
}

/** Of a token that strangers can try to guess. */
const shortestToken = 16;

/** Of this machine, as URLs have them. */
const ownNames = ["localhost", "127.0.0.1", "[::1]"];

type Standard = z.output<typeof standardOptions>;

const only = ["allowedHosts", "allowedOrigins", "publicUrl", "oauthIssuer", "oauthAudience"] as const;

/** Undefined without `--http`. Throws `UsageError` for what would be open to anybody, or belongs to nothing. */
export function httpSettings(options: Standard): HttpSettings | undefined {
  const { http: listen, publicUrl: given, allowedHosts = [], allowedOrigins = [], httpToken: token } = options;
  if (listen === undefined) {
    const stray = only.find((key) => options[key] !== undefined);
    if (stray === undefined) return undefined;
    throw new UsageError(`${flagOf(stray)} belongs to --http, which is not given`);
  }
  const oauth = oauthOf(options);
  const isLocal = isLoopback(listen.host);
  if (token !== undefined && oauth !== undefined) {
    throw new UsageError("both a token (DRAWBRIDGE_HTTP_TOKEN) and --oauth-issuer are set; choose one of them");
  }
  if (token === "") {
    throw new UsageError("DRAWBRIDGE_HTTP_TOKEN is set and empty, and would let everybody in; set it, or take it away");
  }
  const publicHost = given === undefined ? [] : [new URL(given).hostname];
  if (!isLocal) assertMeantForOthers(options, listen.host);
  // To a server on loopback, those whom a proxy lets through come from this machine, and by another name than its own.
  const foreign = isLocal ? [...allowedHosts, ...publicHost].find((name) => !isLoopback(name)) : undefined;
  if (token !== undefined && token.length < shortestToken && (!isLocal || foreign !== undefined)) {
    throw new UsageError(
      `DRAWBRIDGE_HTTP_TOKEN has fewer than ${shortestToken} characters, and others can try to guess it; make one with: openssl rand -hex 32`,
    );
  }
  return {
    listen,
    hosts: [...new Set([...(isLocal ? [...ownNames, nameOf(listen.host)] : []), ...allowedHosts, ...publicHost])],
    origins: allowedOrigins,
    isLocal,
    publicUrl: given,
    token,
    oauth,
    openTo: token === undefined && oauth === undefined ? foreign : undefined,
  };
}

/** Throws unless strangers have to say who they are, and by which name they come. */
function assertMeantForOthers(
  { httpToken: token, oauthIssuer, publicUrl, allowedHosts = [] }: Standard,
  host: string,
): void {
  if (token === undefined && oauthIssuer === undefined) {
    throw new UsageError(
      `--http ${host} can be reached from other machines; set DRAWBRIDGE_HTTP_TOKEN or --oauth-issuer, or listen on 127.0.0.1`,
    );
  }
  if (oauthIssuer !== undefined && publicUrl === undefined) {
    throw new UsageError(
      `--oauth-issuer with --http ${host} needs --public-url: the address of /mcp that tokens are issued for`,
    );
  }
  if (publicUrl === undefined && allowedHosts.length === 0) {
    throw new UsageError(`--http ${host} needs --allowed-hosts or --public-url: the names by which clients reach it`);
  }
}

function oauthOf({ oauthIssuer: issuer, oauthAudience: audience }: Standard): HttpSettings["oauth"] {
  if (issuer !== undefined) return { issuer, audience };
  if (audience === undefined) return undefined;
  throw new UsageError("--oauth-audience belongs to --oauth-issuer, which is not given");
}

function nameOf(host: string): string {
  return host.includes(":") ? `[${host}]` : host.toLowerCase();
}

function flagOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
