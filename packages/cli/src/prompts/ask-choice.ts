import type { DescribedOption } from "@drawbridge/core";
import { absolutePaths } from "../add/absolute-paths.ts";
import type { Choice, SecretChoice } from "../add/choice.ts";
import { assertNoSecret } from "../add/read-choice.ts";
import { Failure } from "../command-line/failure.ts";
import { print } from "../command-line/print.ts";
import { isVariableName } from "../secrets/is-variable-name.ts";
import { keyringTrouble } from "../secrets/keyring-trouble.ts";
import { ask, type Offer } from "./ask.ts";

/** Asks the person what a connector's options declare: what it serves, its secrets, what it may do, and, if wanted, more. */
export async function askChoice(choice: Choice): Promise<Choice> {
  const { title, description, options } = choice.description;
  print(`\n${title}. ${description}\n`);
  const own = options.filter(({ standard }) => !standard);
  const positional = own.find((option) => option.positional);
  const served = positional === undefined || positional.holdsSecrets ? [] : await askPositional(positional);
  const secrets: SecretChoice[] = [];
  const secretOptions = own.filter((each) => each.secret || (each.holdsSecrets && each.positional));
  const hasKeyring = secretOptions.length > 0 && (await tellKeyring());
  for (const option of secretOptions) {
    const answer = await askSecret(option, hasKeyring);
    if (typeof answer === "string") served.push(answer);
    else if (answer !== undefined) secrets.push(answer);
  }
  const args = await askAccess(choice);
  const rest = own.filter((option) => !option.secret && !option.positional);
  for (const option of await askWhichMore(rest)) args.push(...(await askFlag(option)));
  args.push(...served);
  assertNoSecret(args, choice.description);
  return { ...choice, args: absolutePaths(args, options), secrets };
}

async function askPositional(option: DescribedOption): Promise<string[]> {
  const message = `${option.description} (${option.placeholder})`;
  const values = [await ask.line(message, option.required)];
  while (option.kind === "list" && values.at(-1) !== "")
    values.push(await ask.line("Another? Enter alone goes on", false));
  return values.filter((value) => value !== "");
}

/** Whether there is a keyring; that there is none is told before anything is asked that would need one. */
async function tellKeyring(): Promise<boolean> {
  const trouble = await keyringTrouble();
  if (trouble !== undefined) print(`No keyring can be had here (${trouble}): secrets have to be in variables.\n`);
  return trouble === undefined;
}

/** A text is one that may stand in the host's file. */
async function askSecret(option: DescribedOption, hasKeyring: boolean): Promise<SecretChoice | string | undefined> {
  const set = option.environment.find((variable) => process.env[variable]);
  const offers: Offer[] = [
    ...(hasKeyring
      ? [{ value: "keyring", label: "Keep it in the system's keyring", hint: "hosts are told only where it is" }]
      : []),
    {
      value: "variable",
      label: "It is in an environment variable",
      hint: set === undefined ? "the host has to have it" : `${set} is set here`,
    },
    ...(option.secret
      ? []
      : [{ value: "plain", label: "Write it into the host's file", hint: "where no secret is in it" }]),
    ...(option.required ? [] : [{ value: "none", label: "Do without it" }]),
  ];
  const way = await ask.one(`${option.name}: ${option.description}`, offers);
  if (way === "none") return undefined;
  if (way === "plain") return ask.line(option.placeholder, true);
  if (way === "keyring") {
    return { option, kind: "keyring", secret: await ask.secret(`${option.name}, which is not shown`) };
  }
  const variable = await ask.line("The variable's name", true, set ?? option.environment.at(-1));
  // Without what was typed: it may be the secret itself.
  if (!isVariableName(variable)) throw new Failure("that is no name of a variable; nothing was written");
  return { option, kind: "variable", variable };
}

async function askAccess({ description: { options, tools } }: Choice): Promise<string[]> {
  const { read, write, destroy } = tools;
  if (write.length + destroy.length === 0 || !options.some(({ name }) => name === "access")) return [];
  const offers: Offer[] = [
    { value: "", label: "What its options grant, else to read", hint: `${read.length} tools` },
    { value: "write", label: "To read and write", hint: `and ${write.length} more: ${write.join(", ")}` },
    {
      value: "full",
      label: "Also to delete",
      hint: destroy.length === 0 ? "asked before each" : `and ${destroy.join(", ")}; asked before each`,
    },
  ];
  const access = await ask.one("What may hosts do with it?", offers, "");
  return access === "" ? [] : ["--access", access];
}

async function askWhichMore(options: readonly DescribedOption[]): Promise<readonly DescribedOption[]> {
  const required = options.filter((option) => option.required);
  const optional = options.filter((option) => !option.required);
  if (optional.length === 0 || !(await ask.yes("Set further options?", false))) return required;
  const offers = optional.map(({ name, description }) => ({ value: name, label: name, hint: description }));
  const names = await ask.several("Which?", offers, false);
  return [...required, ...optional.filter(({ name }) => names.includes(name))];
}

async function askFlag(option: DescribedOption): Promise<string[]> {
  const { name, kind, placeholder, description, defaultText } = option;
  if (kind === "boolean") return [`--${name}`];
  const choices = placeholder.startsWith("<") ? [] : placeholder.split("|");
  const message = `${description} (${placeholder}${defaultText === undefined ? "" : `, else ${defaultText}`})`;
  const value =
    choices.length > 1
      ? await ask.one(
          message,
          choices.map((choice) => ({ value: choice, label: choice })),
        )
      : await ask.line(message, true);
  return [`--${name}=${value}`];
}
