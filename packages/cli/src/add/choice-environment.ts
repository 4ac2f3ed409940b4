import type { EnvironmentValue } from "../entries/server-entry.ts";
import { keyringService } from "../secrets/keyring.ts";
import type { Choice, SecretChoice } from "./choice.ts";

/** What a connector has to be started with, with every secret named and none of them in clear. */
export function choiceEnvironment({
  name,
  secrets,
}: Pick<Choice, "name" | "secrets">): Record<string, EnvironmentValue> {
  return Object.fromEntries(
    secrets.map((choice) => {
      const variable = ownVariable(choice);
      if (choice.kind === "variable") return [variable, { variable: choice.variable }] as const;
      return [`${variable}_KEYRING`, { text: `${keyringService}/${keyringAccount(name, choice)}` }] as const;
    }),
  );
}

/** The same for a start from here, before anything is kept. A variable that is not set here is left out. */
export function trialEnvironment({ secrets }: Pick<Choice, "secrets">): Record<string, string> {
  const values = secrets.map((choice) => {
    const value = choice.kind === "keyring" ? choice.secret : process.env[choice.variable];
    return value === undefined ? [] : ([[ownVariable(choice), value]] as const);
  });
  return Object.fromEntries(values.flat());
}

/** What a secret is called in the keyring, behind the service. */
export function keyringAccount(name: string, { option }: Pick<SecretChoice, "option">): string {
  return `${name}/${option.name}`;
}

function ownVariable({ option }: SecretChoice): string {
  const [variable] = option.environment;
  if (variable === undefined) throw new Error(`The option ${option.name} has no variable`);
  return variable;
}
