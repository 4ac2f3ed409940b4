import { AuditLog } from "../audit/audit-log.ts";
import type { Connector } from "../define/connector.ts";
import { servedConnector } from "../define/served-connector.ts";
import { builtDefinitions } from "../definitions/built-definitions.ts";
import { definitionsOf } from "../definitions/definitions-of.ts";
import { definitionsText } from "../definitions/definitions-text.ts";
import { argumentsWithSecrets } from "../doctor/arguments-with-secrets.ts";
import { type HttpSettings, httpSettings } from "../http/http-settings.ts";
import { serveProcess } from "../life-cycle/serve-process.ts";
import type { Log } from "../logging/log.ts";
import { StderrLog } from "../logging/stderr-log.ts";
import { describeOptions } from "../options/describe-options.ts";
import { environmentSecrets } from "../options/environment-secrets.ts";
import { examineOptions } from "../options/examine-options.ts";
import { helpText } from "../options/help-text.ts";
import { mistypedVariables } from "../options/mistyped-variables.ts";
import type { ReadOptions } from "../options/read-options.ts";
import { soundOptions } from "../options/sound-options.ts";
import { standardOptions } from "../options/standard-options.ts";
import { UsageError } from "../options/usage-error.ts";
import { Redactor } from "../redaction/redactor.ts";
import { Instance } from "../serving/instance.ts";
import { readPackage } from "../serving/read-package.ts";
import { openTelemetry } from "../telemetry/open-telemetry.ts";
import { askedMode } from "./asked-mode.ts";
import { check } from "./check.ts";
import { doctor } from "./doctor.ts";
import { type Known, type StartFailure, startFailure } from "./start-failure.ts";

/**
 * The whole of a connector's `cli.ts`: reads the command line and the environment, then serves on stdio, or does what
 * a mode flag asks and exits. Exit codes: 0 well, 1 failed, 2 wrong usage.
 */
export async function run(connector: Connector): Promise<void> {
  const { version, command } = readPackage(connector.package);
  // For programs, which know nothing of it yet: no option has to be given.
  if (process.argv.slice(2).join(" ") === "--describe") {
    const { connectorDescription } = await import("./connector-description.ts");
    return print(`${JSON.stringify(connectorDescription(connector), null, 2)}\n`);
  }
  let known: Known | undefined;
  try {
    const [argv, environment] = [process.argv.slice(2), process.env];
    const examined = await examineOptions(connector.options, argv, environment, modeKeys(connector));
    const redactor = new Redactor(examined.secrets);
    known = { redactor, log: openLog(connector, examined.standard, redactor) };
    const mode = askedMode(connector, examined.asked);
    if (wantsDoctor(examined.standard)) {
      return await doctor({ connector, argv, environment, options: examined });
    }
    const options = soundOptions(examined);
    if (options.standard.help) return print(help(connector, command));
    if (options.standard.version) return print(`${version}\n`);
    if (options.standard.listDefinitions)
      return print(definitionsText(definitionsOf(await servedConnector(connector, options.own))));
    if (mode !== undefined) return await (await import("./run-mode.ts")).runMode(mode, options, known.log);
    await perform(connector, options, known.log);
  } catch (error) {
    await fail(command, startFailure(command, error, known, secretsBefore(connector)), known?.log);
  }
}

function secretsBefore({ options }: Connector): string[] {
  return environmentSecrets([...describeOptions(options), ...describeOptions(standardOptions)], process.env);
}

/** What was opened on the way must not keep a process alive that serves nobody. */
async function fail(command: string, { text, exitCode }: StartFailure, log: Log | undefined): Promise<void> {
  await new Promise<void>((resolve) => process.stderr.write(`${command}: ${text}\n`, () => resolve()));
  await log?.flush();
  process.exit(exitCode);
}

type Standard = ReadOptions<Connector["options"]>["standard"];

function openLog({ name }: Connector, { logLevel: level, logFormat: format }: Standard, redactor: Redactor): Log {
  return new StderrLog({ name, level, format, redactor });
}

function wantsDoctor({ doctor, help, version }: Standard): boolean {
  return doctor && !help && !version;
}

function modeKeys({ modes = [] }: Connector): string[] {
  return modes.map(({ option }) => option);
}

async function perform(connector: Connector, options: ReadOptions<Connector["options"]>, log: Log): Promise<void> {
  const { standard, own } = options;
  const settings = httpSettings(standard);
  assertNoTokenMeant(connector, settings);
  if (standard.check) return check(connector, options, log);
  await connector.verify?.(own);
  const served = await servedConnector(connector, own);
  if (standard.listTools) {
    const { prepared } = new Instance(served, options, log);
    return print(`${JSON.stringify(prepared.toolListings("full"), null, 2)}\n`);
  }
  const telemetry = await openTelemetry(connector.package, standard.traceContent, log);
  const instance = new Instance(served, options, log, openAudit(standard), telemetry, builtDefinitions());
  if (connector.opensAtStart?.(own, instance.access) === true) await instance.open();
  if (settings === undefined) serveProcess(instance, log);
  else
    await (await import("../life-cycle/serve-http.ts")).serveHttp(instance, {
      settings,
      timeout: standard.timeout,
      log,
    });
  for (const argument of argumentsWithSecrets(process.argv.slice(2), options.secrets)) {
    const problem = "it holds a secret, which lists of processes show; give it by a variable, or in the --config file";
    log.write("warn", { event: "arguments", argument, problem });
  }
  for (const { variable, meant } of mistypedVariables(process.env, connector.options)) {
    log.write("warn", { event: "environment", variable, problem: `no option reads it; did you mean ${meant}?` });
  }
}

/** A token whose variable is mistyped was meant to keep strangers out. */
function assertNoTokenMeant({ options }: Connector, settings: HttpSettings | undefined): void {
  if (settings === undefined || settings.token !== undefined || settings.oauth !== undefined) return;
  const mistyped = mistypedVariables(process.env, options).find(({ meant }) => /^DRAWBRIDGE_HTTP_TOKEN/.test(meant));
  if (mistyped === undefined) return;
  throw new UsageError(
    `the variable ${mistyped.variable} is set, and no option reads it; did you mean ${mistyped.meant}?`,
  );
}

function openAudit({ auditLog: file, auditSync: sync }: Standard) {
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
  // Nobody reads any more, as behind `head`.
  process.stdout.once("error", () => process.exit(1));
  process.stdout.write(text);
}
