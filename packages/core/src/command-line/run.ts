import { AuditLog } from "../audit/audit-log.ts";
import type { Connector } from "../define/connector.ts";
import { serveProcess } from "../life-cycle/serve-process.ts";
import { StderrLog } from "../logging/stderr-log.ts";
import { describeOptions } from "../options/describe-options.ts";
import { helpText } from "../options/help-text.ts";
import { type ReadOptions, readOptions } from "../options/read-options.ts";
import { standardOptions } from "../options/standard-options.ts";
import { UsageError } from "../options/usage-error.ts";
import { Redactor } from "../redaction/redactor.ts";
import { Instance } from "../serving/instance.ts";
import { readPackage } from "../serving/read-package.ts";
import { check } from "./check.ts";

/**
 * The whole of a connector's `cli.ts`: reads the command line and the environment, then serves on stdio, or does what
 * a mode flag asks and exits. Exit codes: 0 well, 1 failed, 2 wrong usage.
 */
export async function run(connector: Connector): Promise<void> {
  const { version, command } = readPackage(connector.package);
  try {
    const options = await readOptions(connector.options, process.argv.slice(2), process.env);
    if (options.standard.help) return print(help(connector, command));
    if (options.standard.version) return print(`${version}\n`);
    await perform(connector, options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${command}: ${error.message} (see ${command} --help)`);
    process.exitCode = 2;
  }
}

async function perform(connector: Connector, options: ReadOptions<Connector["options"]>): Promise<void> {
  const { standard, own, secrets } = options;
  const { logLevel: level, logFormat: format } = standard;
  const log = new StderrLog({ name: connector.name, level, format, redactor: new Redactor(secrets) });
  if (standard.check) return check(connector, options, log);
  await connector.verify?.(own);
  if (standard.listTools) {
    const { prepared } = new Instance(connector, options, log);
    return print(`${JSON.stringify(prepared.toolListings, null, 2)}\n`);
  }
  serveProcess(new Instance(connector, options, log, openAudit(standard)), log);
}

function openAudit({ auditLog: file, auditSync: sync }: ReadOptions<Connector["options"]>["standard"]) {
  if (file === undefined) return undefined;
  try {
    return new AuditLog(file, { sync });
  } catch (error) {
    throw new UsageError(`--audit-log ${file} cannot be written to: ${(error as Error).message}`);
  }
}

function help({ title, description, examples, options }: Connector, command: string): string {
  const [own, standard] = [describeOptions(options), describeOptions(standardOptions)];
  return helpText({ command, title, description, examples, own, standard });
}

function print(text: string): void {
  process.stdout.write(text);
}
