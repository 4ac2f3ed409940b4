import { type Connector, describeOptions } from "@drawbridge/core";

const secretName = /(?:^|-)(?:token|password|passphrase|secret|credentials?|(?:api|private|access|secret)-key|pat)$/;

/** Options that are secrets by their own name or their variable's, and are not marked as such. */
export function unmarkedSecrets({ options }: Connector): readonly string[] {
  return describeOptions(options)
    .filter(({ name, secret, environment }) => !secret && [name, ...environment.map(inWords)].some(isSecret))
    .map(({ name }) => `--${name} is a secret by its name, and not marked as one`);
}

function isSecret(name: string): boolean {
  return secretName.test(name);
}

function inWords(variable: string): string {
  return variable.toLowerCase().replaceAll("_", "-");
}
