import { type ConnectorDescription, type DescribedOption, nearest, Redactor, UsageError } from "@drawbridge/core";
import { Failure } from "../command-line/failure.ts";
import type { ConnectorSource } from "../connectors/connector-source.ts";
import { isVariableName } from "../secrets/is-variable-name.ts";
import { absolutePaths } from "./absolute-paths.ts";
import type { Choice, SecretChoice } from "./choice.ts";

/** What flags say of one connector. */
export interface Wanted {
  readonly name: string | undefined;
  /** For the connector's own command line. */
  readonly args: readonly string[];
  /** `option=VARIABLE`. */
  readonly fromVariables: readonly string[];
  /** Options whose secret goes into the keyring. */
  readonly intoKeyring: readonly string[];
}

/** Reads a secret that goes into the keyring. */
export type ReadSecret = (option: DescribedOption) => Promise<string>;

/** What is decided of a connector by flags alone. Throws `UsageError`, or `Failure` where a secret would stand in clear. */
export async function readChoice(
  source: ConnectorSource,
  description: ConnectorDescription,
  { name = description.name, args, fromVariables, intoKeyring }: Wanted,
  readSecret: ReadSecret,
): Promise<Choice> {
  assertName(name);
  assertNoSecret(args, description);
  const secrets: SecretChoice[] = fromVariables.map((pair) => {
    const [, option = "", variable = ""] = /^([\w-]+)=(.+)$/s.exec(pair) ?? [];
    // Without what it says: it may be the secret itself.
    if (!isVariableName(variable))
      throw new UsageError("--secret-env takes <option>=<VARIABLE>, the variable's name and never its value");
    return { option: secretOption(option, description), kind: "variable", variable };
  });
  for (const option of intoKeyring) {
    const described = secretOption(option, description);
    secrets.push({ option: described, kind: "keyring", secret: await readSecret(described) });
  }
  const twice = secrets.find(({ option }, index) => secrets.findIndex((other) => other.option === option) < index);
  if (twice !== undefined) throw new UsageError(`the secret ${twice.option.name} is given twice`);
  return { name, source, description, args: absolutePaths(args, description.options), secrets };
}

/** Throws `UsageError` for a name that some host does not take. */
export function assertName(name: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/.test(name)) return;
  throw new UsageError(`${JSON.stringify(name)} is no name that every host takes: use letters, digits, - and _`);
}

/** Throws `Failure` for arguments with a secret in them: a host's file would hold it in clear. */
export function assertNoSecret(args: readonly string[], { options }: Pick<ConnectorDescription, "options">): void {
  const redactor = new Redactor([]);
  const index = args.findIndex((argument) => redactor.text(argument) !== argument);
  if (index === -1) return;
  const flag = /^--([\w-]+)/.exec(args[index]?.startsWith("--") ? (args[index] ?? "") : (args[index - 1] ?? ""))?.[1];
  const option =
    options.find(({ name, positional }) => (flag === undefined ? positional : name === flag))?.name ?? "<option>";
  throw new Failure(
    `argument ${index + 1} behind -- holds a secret, which would stand in clear in the host's file: ` +
      `keep it in the system's keyring (--secret-keyring ${option}), or in a variable (--secret-env ${option}=VARIABLE)`,
  );
}

function secretOption(name: string, { options, package: from }: ConnectorDescription): DescribedOption {
  const option = options.find((candidate) => candidate.name === name);
  if (option?.holdsSecrets) return option;
  const names = options.filter(({ holdsSecrets }) => holdsSecrets).map((each) => each.name);
  const meant = nearest(name, names);
  const hint = meant === undefined ? `those that may hold one are ${names.join(", ")}` : `did you mean ${meant}?`;
  throw new UsageError(
    option === undefined ? `${from} has no option ${name}; ${hint}` : `${name} holds no secret: give it behind --`,
  );
}
