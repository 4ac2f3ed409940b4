import { HttpServer } from "../http/http-server.ts";
import type { HttpSettings } from "../http/http-settings.ts";
import { openAuthentication } from "../http/open-authentication.ts";
import type { Log } from "../logging/log.ts";
import { UsageError } from "../options/usage-error.ts";
import type { Instance } from "../serving/instance.ts";
import { stopOnce } from "./stop-once.ts";

/**
 * Serves HTTP until a signal, and then ends the process in order; new requests are refused meanwhile. Neither the end of
 * stdin nor a vanished parent ends it: under systemd or in a container there is none of either. Throws `UsageError` where
 * it cannot listen.
 */
export async function serveHttp(
  instance: Instance,
  { settings, timeout, log }: { readonly settings: HttpSettings; readonly timeout: number; readonly log: Log },
): Promise<void> {
  const { access, prepared } = instance;
  const { title, version } = prepared.identity;
  const authentication = await openAuthentication(settings, { access, title, log });
  const server = new HttpServer({ instance, settings, authentication, log, timeout });
  stopOnce({
    instance,
    log,
    drain: (milliseconds) => server.drain(milliseconds),
    close: () => server.close(),
  });
  const port = await listen(server, settings);
  if (settings.openTo !== undefined) {
    const problem = `whoever is let through to ${settings.openTo} may call; set DRAWBRIDGE_HTTP_TOKEN or --oauth-issuer`;
    log.write("warn", { event: "authentication", problem });
  }
  log.write("info", { event: "serving", transport: "http", host: settings.listen.host, port, version });
}

async function listen(server: HttpServer, { listen: { host, port } }: HttpSettings): Promise<number> {
  try {
    return await server.listen();
  } catch (error) {
    await server.close();
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--http cannot listen on ${host}:${port}: ${(error as Error).message}`);
  }
}
