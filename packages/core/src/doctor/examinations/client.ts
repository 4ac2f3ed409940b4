import { servedConnector } from "../../define/served-connector.ts";
import { DefinitionsError } from "../../definitions/definitions-error.ts";
import { ConnectorError } from "../../errors/connector-error.ts";
import { StderrLog } from "../../logging/stderr-log.ts";
import { describeOptions } from "../../options/describe-options.ts";
import { UsageError } from "../../options/usage-error.ts";
import { Redactor } from "../../redaction/redactor.ts";
import { Instance } from "../../serving/instance.ts";
import { readPackage } from "../../serving/read-package.ts";
import type { Finding } from "../finding.ts";
import { inTime } from "../in-time.ts";
import type { Subject } from "../subject.ts";

/** Milliseconds for the client to close. */
const farewell = 2000;

/** Opens the system and checks it, as `--check` does. */
export async function* client(subject: Subject): AsyncGenerator<Finding> {
  const { connector, options } = subject;
  const { own, standard, secrets } = options;
  if (own === undefined) {
    yield {
      level: "note",
      title: `${connector.title}: not opened, for want of options`,
      remedy: "Mend the problems above, and run --doctor again",
    };
    return;
  }
  const log = new StderrLog({ name: connector.name, level: "silent", format: "json", redactor: new Redactor(secrets) });
  const start = performance.now();
  let instance: Instance | undefined;
  try {
    // A filter that is wrong has been told of, and takes nothing from the system.
    const served = await servedConnector(connector, own);
    instance = new Instance(served, { own, secrets, standard: { ...standard, tools: undefined } }, log);
    const facts = await inTime(opened(connector, own, instance), standard.timeout);
    const title = `${connector.title}: opened and checked in ${Math.ceil(performance.now() - start)} ms`;
    yield { level: "ok", title, detail: JSON.stringify(facts) };
  } catch (error) {
    yield failure(error, subject);
  } finally {
    instance?.abortCalls();
    await inTime(Promise.resolve(instance?.close()), farewell).catch(() => {});
  }
}

async function opened(connector: Subject["connector"], own: Record<string, unknown>, instance: Instance) {
  await connector.verify?.(own);
  return instance.check();
}

function failure(error: unknown, subject: Subject): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const because = ConnectorError.is(error) ? (error.internal ?? causeOf(error)) : undefined;
  return {
    level: "problem",
    title: `${subject.connector.title} cannot be used: ${message}`,
    ...(because === undefined ? {} : { detail: because }),
    remedy: remedyFor(error, subject),
  };
}

function causeOf({ cause }: ConnectorError): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}

function remedyFor(error: unknown, { connector }: Subject): string {
  if (error instanceof UsageError) return "Correct what it names, and run --doctor again";
  const [secret] = describeOptions(connector.options).filter((option) => option.secret);
  const code = ConnectorError.is(error) ? error.code : "internal";
  if (code === "unauthorized" && secret !== undefined) return `Set ${secret.environment[0]} to one that is valid`;
  if (code === "timeout" || code === "unavailable") {
    return `See that ${connector.title} runs and can be reached from here, or give it longer: --timeout 2m`;
  }
  const { name, command } = readPackage(connector.package);
  if (error instanceof DefinitionsError) return `Install ${name} anew`;
  return `${command} --check, whose log on stderr has the whole of an unexpected error`;
}
