import type { Authentication } from "./authentication/authentication.ts";
import type { HttpSettings } from "./http-settings.ts";

/** The way in which callers are found out. What is not needed for it is not loaded. */
export async function openAuthentication({ token, oauth, publicUrl, listen }: HttpSettings): Promise<Authentication> {
  if (oauth !== undefined) {
    const { openOAuthAuthentication } = await import("./authentication/oauth-authentication.ts");
    const host = listen.host.includes(":") ? `[${listen.host}]` : listen.host;
    return openOAuthAuthentication({ ...oauth, resource: publicUrl ?? `http://${host}:${listen.port}/mcp` });
  }
  if (token !== undefined) {
    const { BearerAuthentication } = await import("./authentication/bearer-authentication.ts");
    return new BearerAuthentication(token);
  }
  const { noAuthentication } = await import("./authentication/no-authentication.ts");
  return noAuthentication;
}
