import { secretOptions } from "../secrets/secret-options.ts";
import { unmarkedSecrets } from "../secrets/unmarked-secrets.ts";
import type { Check } from "./check.ts";

/** What is not marked is taken as a flag, which process lists show, and told in answers and logs. */
export const secretsAreMarked: Check = {
  name: "marks as a secret every option that is one by its name",
  appliesTo: ({ connector }) => secretOptions(connector).length > 0,
  find: async ({ connector }) => unmarkedSecrets(connector),
};
