import { type ReadKeyring, readKeyring } from "./keyring.ts";
import type { OptionDescription } from "./option-description.ts";
import type { Environment } from "./read-environment.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The environment with what `<VARIABLE>_KEYRING=<service>/<account>` stands for put in the place of the variable, so that
 * a host's configuration names a secret and never holds it. Only options that may hold secrets are looked at.
 *
 * @param report told of each entry that cannot be read, before the next is read
 */
export async function environmentFromKeyring(
  options: readonly OptionDescription[],
  environment: Environment,
  report: (error: UsageError, option: OptionDescription) => void,
  read: ReadKeyring = readKeyring,
): Promise<Environment> {
  const found = new Map<string, string>();
  for (const option of options.filter(({ holdsSecrets }) => holdsSecrets)) {
    for (const variable of option.environment) {
      const entry = environment[`${variable}_KEYRING`];
      if (entry === undefined || entry === "") continue;
      try {
        found.set(variable, await secretOf(variable, entry, environment, read));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        report(error, option);
      }
    }
  }
  return found.size === 0 ? environment : { ...environment, ...Object.fromEntries(found) };
}

async function secretOf(variable: string, entry: string, environment: Environment, read: ReadKeyring): Promise<string> {
  for (const other of [variable, `${variable}_FILE`]) {
    if (environment[other]) throw new UsageError(`both ${other} and ${variable}_KEYRING are set; choose one of them`);
  }
  const [, service, account] = /^([^/]+)\/(.+)$/s.exec(entry) ?? [];
  // Without what it says: it may be the secret itself, set in the wrong variable.
  if (service === undefined || account === undefined) {
    throw new UsageError(`${variable}_KEYRING does not name an entry of the keyring, as <service>/<account>`);
  }
  const secret = await read(service, account).catch((error: Error) => {
    const reason =
      (error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND"
        ? "@napi-rs/keyring is not installed"
        : error.message;
    throw new UsageError(
      `${variable}_KEYRING cannot be followed: this process reaches no keyring (${reason}); set ${variable} instead`,
    );
  });
  if (secret !== undefined) return secret;
  throw new UsageError(
    `${variable}_KEYRING names an entry that the keyring does not have; add it again, or set ${variable} instead`,
  );
}
