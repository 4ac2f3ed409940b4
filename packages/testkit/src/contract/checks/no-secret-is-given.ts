import { secretOptions } from "../secrets/secret-options.ts";
import { unmarkedSecrets } from "../secrets/unmarked-secrets.ts";
import type { Check } from "./check.ts";

/** Said as what it is, so that nobody takes a connector without secrets for one that keeps them. */
export const noSecretIsGiven: Check = {
  name: "has no option that is a secret, by mark or by name, and so none to show",
  appliesTo: ({ connector }) => secretOptions(connector).length === 0,
  find: async ({ connector }) => unmarkedSecrets(connector),
};
