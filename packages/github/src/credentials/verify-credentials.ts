import { UsageError } from "@drawbridge/core";
import type * as z from "zod";
import { addressesOf } from "../api/addresses.ts";
import type { options } from "../options.ts";
import { tokenFor } from "./token-for.ts";

/** Looks at what the options say of hosts and credentials. Throws `UsageError` for what cannot work. */
export async function verifyCredentials(given: z.output<typeof options>): Promise<void> {
  const { host, tokenFor: pairs, appId, appPrivateKey } = given;
  addressesOf(host);
  for (const { owner, variable, token } of pairs.map(tokenFor)) {
    if (token === undefined)
      throw new UsageError(`--token-for ${owner}=${variable}: the variable ${variable} is not set`);
  }
  if (appId !== undefined && appPrivateKey === undefined)
    throw new UsageError(
      `--app-id ${appId}: set GITHUB_APP_PRIVATE_KEY_FILE to the file of its private key, or GITHUB_APP_PRIVATE_KEY to the key`,
    );
  if (appPrivateKey === undefined) return;
  if (appId === undefined)
    throw new UsageError("a private key is given and no --app-id: say which GitHub App it is of");
  const { privateKey } = await import("./private-key.ts");
  privateKey(appPrivateKey);
}
