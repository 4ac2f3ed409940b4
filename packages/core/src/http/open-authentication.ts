import type { Access } from "../effects/access.ts";
import type { Log } from "../logging/log.ts";
import type { Authentication } from "./authentication/authentication.ts";
import type { HttpSettings } from "./http-settings.ts";

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
    const host = listen.host.includes(":") ? `[${listen.host}]` : listen.host;
    return (port) => {
      const resource = publicUrl ?? `http://${host}:${port}/mcp`;
      return openOAuthAuthentication({ ...oauth, resource, access, name: title, log });
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
