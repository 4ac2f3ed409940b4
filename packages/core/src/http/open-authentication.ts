import type { Access } from "../effects/access.ts";
import type { Log } from "../logging/log.ts";
import type { Authentication } from "./authentication/authentication.ts";
import type { HttpSettings } from "./http-settings.ts";
import { isLoopback } from "./is-loopback.ts";

interface AuthenticationOptions {
  /** What the server itself allows. */
  readonly access: Access;
  /** For people who are asked to let a client in. */
  readonly title: string;
  readonly log: Log;
}

/**
 * The way in which callers are found out, to be opened once the port is known. What is not needed for it is not loaded.
 * Throws `UsageError`, at once or then, for what nobody could come in by.
 */
export async function openAuthentication(
  { token, oauth, publicUrl, listen }: HttpSettings,
  { access, title, log }: AuthenticationOptions,
): Promise<(port: number) => Authentication> {
  if (oauth !== undefined) {
    const { openOAuthAuthentication } = await import("./authentication/oauth-authentication.ts");
    return (port) => {
      const [resource = "", ...aliases] = publicUrl === undefined ? ownAddresses(listen.host, port) : [publicUrl];
      return openOAuthAuthentication({ ...oauth, resource, aliases, access, name: title, log });
    };
  }
  if (token !== undefined) {
    const { BearerAuthentication } = await import("./authentication/bearer-authentication.ts");
    const authentication = new BearerAuthentication(token);
    return () => authentication;
  }
  const { noAuthentication } = await import("./authentication/no-authentication.ts");
  return () => noAuthentication;
}

/** By the name that is listened on, and the other that people give to this machine. No port of another address is meant. */
function ownAddresses(host: string, port: number): readonly string[] {
  const names = [host.includes(":") ? `[${host}]` : host, ...(isLoopback(host) ? ["localhost"] : [])];
  return [...new Set(names)].map((name) => `http://${name}:${port}/mcp`);
}
