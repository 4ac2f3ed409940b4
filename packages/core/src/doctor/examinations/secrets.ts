import { readFileSync, statSync } from "node:fs";
import { describeOptions } from "../../options/describe-options.ts";
import { Redactor } from "../../redaction/redactor.ts";
import { argumentsWithSecrets } from "../arguments-with-secrets.ts";
import type { Finding } from "../finding.ts";
import type { Subject } from "../subject.ts";

/** Whether secrets stand where other users of the machine could read them. */
export function* secrets(subject: Subject): Generator<Finding> {
  let found = false;
  for (const finding of [...inArguments(subject), ...inFiles(subject)]) {
    found = true;
    yield finding;
  }
  if (!found) yield { level: "ok", title: "No secret was found in arguments, or in files that others may read" };
}

function* inArguments({ connector, argv, options }: Subject): Generator<Finding> {
  const positional = describeOptions(connector.options).find((option) => option.positional);
  const place = positional === undefined ? "a variable" : `the variable ${positional.environment[0]}`;
  for (const number of argumentsWithSecrets(argv, options.secrets)) {
    yield {
      level: "warning",
      title: `Argument ${number} holds a secret, which lists of processes show to every user of this machine`,
      remedy: `Give it by ${argv[number - 1]?.startsWith("-") ? "a variable" : place}, or in the --config file as "\${env:NAME}"`,
    };
  }
}

function* inFiles({ connector, environment, options }: Subject): Generator<Finding> {
  const own = describeOptions(connector.options).filter(({ secret }) => secret);
  for (const name of own.flatMap((option) => option.environment)) {
    const file = environment[`${name}_FILE`];
    if (file) yield* openToOthers(file, `the secret of ${name}_FILE`);
  }
  const { config } = options.standard;
  if (config !== undefined && holdsSecret(config, options.secrets)) yield* openToOthers(config, "a secret");
}

/** What cannot be read has been told of with the options. */
function holdsSecret(file: string, known: readonly string[]): boolean {
  try {
    const text = readFileSync(file, "utf8");
    return new Redactor(known).text(text) !== text;
  } catch {
    return false;
  }
}

function* openToOthers(file: string, what: string): Generator<Finding> {
  // Windows has no such modes: Node makes them up.
  if (process.platform === "win32") return;
  const mode = modeOf(file);
  if ((mode & 0o044) === 0) return;
  const who = (mode & 0o004) === 0 ? "its group" : "every user of this machine";
  yield {
    level: "warning",
    title: `${file} holds ${what}, and may be read by ${who}`,
    remedy: `chmod 600 ${JSON.stringify(file)}`,
  };
}

/** Of a file that is not there, or not to be reached, none: that has been told of with the options. */
function modeOf(file: string): number {
  try {
    return statSync(file).mode;
  } catch {
    return 0;
  }
}
