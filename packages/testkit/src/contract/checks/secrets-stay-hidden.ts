import { randomBytes } from "node:crypto";
import { readOptions } from "@drawbridge/core";
import type { StartOptions } from "../../places/in-process.ts";
import { formsOf } from "../secrets/forms-of.ts";
import { outputsOf } from "../secrets/outputs-of.ts";
import { secretOptions } from "../secrets/secret-options.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

/** Shorter ones are found in harmless texts. */
const shortest = 8;

interface Planted {
  readonly start: StartOptions;
  /** Secrets, by the words in which they can be spoken of. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Core takes a secret out of what passes through it: not out of what a connector writes by itself, or in another form. */
export const secretsStayHidden: Check = {
  name: "shows a secret that it was given in no answer, log or report, right or wrong",
  appliesTo: ({ connector }) => secretOptions(connector).length > 0,
  async find(trial) {
    const faults: string[] = [];
    for (const { start, secrets } of [await withItsOwn(trial), withCanaries(trial)]) {
      if (secrets.size === 0) continue;
      for (const [where, text] of await outputsOf(trial, start)) {
        const shown = [...secrets].filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)));
        faults.push(...shown.map(([name]) => `${where} shows ${name}`));
      }
    }
    return faults;
  },
};

/** Those with which the calls succeed. */
async function withItsOwn({ connector, contract: { start } }: Trial): Promise<Planted> {
  const { secrets } = await readOptions(connector.options, start.argv, start.environment ?? {});
  const long = secrets.filter(({ length }) => length >= shortest);
  return {
    start,
    secrets: new Map(long.map((secret, index) => [`secret ${index + 1} of the contract's start`, secret])),
  };
}

/** Made up ones: the system will not accept them, and what is said of that shows none of them either. */
function withCanaries({ connector, contract: { start } }: Trial): Planted {
  const planted = secretOptions(connector).map(({ name, environment: [variable = ""] }) => {
    return { name, variable, canary: `canary-${name}-${randomBytes(12).toString("hex")}` };
  });
  const environment = Object.fromEntries(planted.map(({ variable, canary }) => [variable, canary]));
  return {
    start: { ...start, environment: { ...start.environment, ...environment } },
    secrets: new Map(planted.map(({ name, canary }) => [`a wrong --${name}`, canary])),
  };
}
