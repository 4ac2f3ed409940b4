import type { Log } from "@drawbridge/core";
import type * as z from "zod";
import type { Addresses } from "../api/addresses.ts";
import type { ApiFetch } from "../api/api-fetch.ts";
import type { options } from "../options.ts";
import type { ApiFor, CredentialSource } from "./credential-source.ts";
import { oneApi } from "./one-api.ts";
import { tokenCredential } from "./token-credential.ts";

interface Means {
  readonly addresses: Addresses;
  readonly fetch: ApiFetch;
  readonly apiFor: ApiFor;
  readonly log: Log;
}

/** The credential that the options name: an App's before a token, a token before somebody's login. Libraries are loaded as they are needed. */
export async function openCredentials(given: z.output<typeof options>, means: Means): Promise<CredentialSource> {
  const { appId, appPrivateKey, token, clientId, scopes, repos } = given;
  const { addresses, apiFor, fetch, log } = means;
  if (appId !== undefined && appPrivateKey !== undefined) {
    const [{ AppSource }, { privateKey }] = await Promise.all([import("./app-source.ts"), import("./private-key.ts")]);
    const owners = [...new Set(repos.map((pattern) => pattern.slice(0, pattern.indexOf("/"))))];
    return new AppSource({ appId, privateKey: privateKey(appPrivateKey), owners, apiFor });
  }
  if (token === undefined && clientId !== undefined) {
    const [{ LoginSource }, { keptAccount }] = await Promise.all([
      import("./login-source.ts"),
      import("./kept-account.ts"),
    ]);
    const account = keptAccount(given.host, clientId);
    return new LoginSource({ rest: addresses.rest, account, clientId, scopes, fetch }, { apiFor, log });
  }
  return oneApi(apiFor(tokenCredential("default", token)));
}
