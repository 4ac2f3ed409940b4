import { HttpServer } from "../http/http-server.ts";
import type { HttpSettings } from "../http/http-settings.ts";
import { openAuthentication } from "../http/open-authentication.ts";
import type { Log } from "../logging/log.ts";
import { UsageError } from "../options/usage-error.ts";
import type { Instance } from "../serving/instance.ts";

/** Milliseconds that running calls have to finish once the server is to stop. */
const patience = 5000;

/** Milliseconds for what follows: answering aborted calls, closing the client, writing the last log lines. */
const farewell = 2000;

/**
 * Serves HTTP until a signal: then refuses new requests, answers those that run, aborts what does not end, closes the
 * client and exits. A second signal exits at once. Neither the end of stdin nor a vanished parent ends it: under systemd
 * or in a container there is none of either. Throws `UsageError` where it cannot listen.
 */
export async function serveHttp(
  instance: Instance,
  { settings, timeout, log }: { readonly settings: HttpSettings; readonly timeout: number; readonly log: Log },
): Promise<void> {
  const { host, port: wanted } = settings.listen;
  let stopping = false;
  let port = wanted;
  const { access, prepared } = instance;
  const authentication = await openAuthentication(settings, { access, title: prepared.identity.title, log });
  const server = new HttpServer({ instance, settings, authentication, log, timeout });
  const stop = async (reason: string, exitCode = 0) => {
    if (stopping) return;
    stopping = true;
    log.write("info", { event: "stopping", reason });
    setTimeout(() => process.exit(exitCode), patience + farewell * 2).unref();
    await server.drain(patience);
    instance.abortCalls();
    await server.drain(farewell);
    await server.close();
    await instance.close().catch((error: unknown) => log.write("error", { event: "close", err: error }));
    log.write("info", { event: "stopped", reason });
    await log.flush();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      void stop(signal);
    });
  }
  process.on("uncaughtException", (error) => {
    log.write("fatal", { event: "uncaught", err: error });
    void stop("uncaught error", 1);
  });
  try {
    port = await server.listen();
  } catch (error) {
    await server.close();
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--http cannot listen on ${host}:${wanted}: ${(error as Error).message}`);
  }
  if (settings.openTo !== undefined) {
    const problem = `whoever is let through to ${settings.openTo} may call; set DRAWBRIDGE_HTTP_TOKEN or --oauth-issuer`;
    log.write("warn", { event: "authentication", problem });
  }
  const { version } = prepared.identity;
  log.write("info", { event: "serving", transport: "http", host, port, version });
}
