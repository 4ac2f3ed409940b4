import type { Connector } from "../define/connector.ts";
import { servedConnector } from "../define/served-connector.ts";
import { inTime } from "../doctor/in-time.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Log } from "../logging/log.ts";
import type { ReadOptions } from "../options/read-options.ts";
import { UsageError } from "../options/usage-error.ts";
import { Redactor } from "../redaction/redactor.ts";
import { Instance } from "../serving/instance.ts";

/** `--check`: opens the system and reports as one JSON object on stdout; the exit code is 0 when it can be used, else 1. */
export async function check(connector: Connector, options: ReadOptions<Connector["options"]>, log: Log): Promise<void> {
  const report = await examine(connector, options, log);
  if (!report.ok) process.exitCode = 1;
  process.stdout.write(`${new Redactor(options.secrets).text(JSON.stringify(report))}\n`);
  // What was opened and does not close must not keep the person waiting.
  setTimeout(() => process.exit(), farewell).unref();
  await log.flush();
}

/** Milliseconds that the system has to let go. */
const farewell = 2000;

interface Report {
  readonly ok: boolean;
  readonly connector: string;
  readonly problem?: string;
}

async function examine(connector: Connector, options: ReadOptions<Connector["options"]>, log: Log): Promise<Report> {
  let instance: Instance | undefined;
  try {
    await connector.verify?.(options.own);
    instance = new Instance(await servedConnector(connector, options.own), options, log);
    return { ok: true, connector: connector.name, ...(await inTime(instance.check(), options.standard.timeout)) };
  } catch (error) {
    if (!(error instanceof UsageError || ConnectorError.is(error))) log.write("error", { event: "check", err: error });
    return { ok: false, connector: connector.name, problem: (error as Error).message };
  } finally {
    if (instance !== undefined) await inTime(instance.close(), farewell).catch(() => {});
  }
}
