import type * as z from "zod";
import type { OpenContext } from "../define/connector.ts";
import type { Mode } from "../define/mode.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { ReadOptions } from "../options/read-options.ts";
import { printFindings } from "./print-findings.ts";

/** Runs a mode of the connector's own to its end. The first signal lets it clean up; the second ends the process. */
export async function runMode(
  mode: Mode,
  { own, standard, secrets }: ReadOptions<z.ZodObject>,
  log: OpenContext["log"],
): Promise<void> {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort(new ConnectorError("cancelled", `ended by ${name} before it was through`));
    });
  }
  await printFindings(mode.run(own, { log, access: standard.access, signal: stopping.signal }), secrets);
}
