import { coloured } from "../command-line/coloured.ts";
import { Failure } from "../command-line/failure.ts";
import { print } from "../command-line/print.ts";
import { AskedConnector } from "../connectors/asked-connector.ts";
import { entryForHost } from "../entries/entry-for-host.ts";
import { type Configuration, configurationOf } from "../hosts/configuration.ts";
import type { Host } from "../hosts/host.ts";
import type { Lock } from "../locks/lock.ts";
import type { LockStore } from "../locks/lock-store.ts";
import { makeLock } from "../locks/make-lock.ts";
import type { Keyring } from "../secrets/keyring.ts";
import { showChange } from "./apply-change.ts";
import type { Choice } from "./choice.ts";
import { choiceEnvironment, keyringAccount, trialEnvironment } from "./choice-environment.ts";
import { type Edit, type PlannedChange, planChange } from "./planned-change.ts";
import { sharedLog } from "./shared-log.ts";
import { writeChanges } from "./write-changes.ts";

/** How connectors are added. */
export interface AddSettings {
  readonly hosts: readonly Host[];
  /** The project's folder; undefined for the person's own configuration. */
  readonly project: string | undefined;
  readonly replaces: boolean;
  readonly dryRun: boolean;
  /** Whether their systems are asked for first. */
  readonly checks: boolean;
  readonly locks: LockStore;
  readonly keyring: Keyring;
  /** Asked once everything that will be written was shown. */
  confirm(question: string): Promise<boolean>;
}

/**
 * Starts each connector as it will be started, shows what changes in the hosts' files, and writes it. Resolves with the
 * exit code: 1 where something was not done, which was told.
 */
export async function addConnectors(choices: readonly Choice[], settings: AddSettings): Promise<number> {
  const locks: Lock[] = [];
  for (const choice of choices) locks.push(await accepted(choice, settings));
  const { changes, problems } = planAll(choices, settings);
  for (const problem of problems) console.error(`drawbridge: ${problem}`);
  const wanted = changes.filter((change) => showChange(change));
  if (changes.length === 0) return 1;
  const shared = sharedLog(choices, settings.hosts);
  if (shared !== undefined) print(`\n${coloured("yellow", "Mind")}: ${shared}\n`);
  if (settings.dryRun) {
    print("\nNothing was written: this was a dry run.\n");
    return problems.length === 0 ? 0 : 1;
  }
  if (wanted.length > 0 && !(await settings.confirm("Write this?"))) {
    print("Nothing was written.\n");
    return 1;
  }
  settings.locks.assertWritable();
  await keepSecrets(choices, settings.keyring);
  const failed = writeChanges(wanted);
  if (failed < changes.length) for (const lock of locks) settings.locks.keep(lock);
  return problems.length === 0 && failed === 0 ? 0 : 1;
}

/** The lock of a connector, with what it grants told; whether its system can be used is told, and hinders nothing. */
async function accepted(choice: Choice, { project, checks }: AddSettings): Promise<Lock> {
  const { name, source, args } = choice;
  const environment = trialEnvironment(choice);
  const started = { name, ...(project !== undefined && { project }), source, args, env: choiceEnvironment(choice) };
  const lock = await makeLock(started, environment);
  print(
    `${coloured("bold", name)}: ${source.package} ${source.version}, ${lock.tools.length} tools: ${lock.tools.join(", ")}\n`,
  );
  if (checks) {
    const { ok, problem } = await new AskedConnector(source, args, environment).check();
    if (ok) print(`${coloured("green", "Its system can be used.")}\n`);
    else print(`${coloured("yellow", "Its system cannot be used yet")}: ${problem}\n`);
  }
  return lock;
}

interface Plans {
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly string[];
}

/** One host whose file cannot be changed does not hinder the others. */
function planAll(choices: readonly Choice[], { hosts, project, replaces }: AddSettings): Plans {
  const changes: PlannedChange[] = [];
  const problems: string[] = [];
  for (const host of hosts) {
    try {
      const configuration = configurationOf(host, project);
      if (configuration === undefined)
        throw new Failure(`${host.title} has no configuration of its own for a project: leave --project away`);
      changes.push(
        planChange(
          configuration,
          choices.map((choice) => editFor(choice, configuration, replaces)),
        ),
      );
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(error.message);
    }
  }
  return { changes, problems };
}

function editFor(choice: Choice, { host }: Configuration, replaces: boolean): Edit {
  const { name, source, args, description } = choice;
  const entry = entryForHost(host, { source, args, env: choiceEnvironment(choice), options: description.options });
  if ("problem" in entry) throw new Failure(entry.problem);
  return { kind: "put", name, entry, replaces };
}

async function keepSecrets(choices: readonly Choice[], keyring: Keyring): Promise<void> {
  for (const choice of choices) {
    for (const secret of choice.secrets) {
      if (secret.kind !== "keyring") continue;
      const problem = await keyring.keep(keyringAccount(choice.name, secret), secret.secret);
      if (problem === undefined) continue;
      const { name } = secret.option;
      throw new Failure(
        `no keyring can be had here (${problem}), and nothing was written: set a variable for the secret, and refer to it with --secret-env ${name}=VARIABLE`,
      );
    }
  }
}
