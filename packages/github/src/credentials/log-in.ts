import { ConnectorError, type Finding, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { addressesOf } from "../api/addresses.ts";
import { githubFetch } from "../api/github-fetch.ts";
import type { options } from "../options.ts";
import { deviceLogin, type Invitation } from "./device-login.ts";
import { keptAccount } from "./kept-account.ts";
import { KeptToken } from "./kept-token.ts";

type Given = Partial<z.output<typeof options>> & { readonly clientId: string };

/** Asks the person to agree, and keeps the token. A keyring that does not work is found before anybody is troubled. */
export async function* logIn(
  { host = "github.com", clientId, scopes = [] }: Given,
  { signal }: Pick<OpenContext, "signal">,
): AsyncGenerator<Finding> {
  const kept = new KeptToken(keptAccount(host, clientId));
  const problem = await kept.trouble();
  if (problem !== undefined) {
    yield {
      level: "problem",
      title: "The system has no keyring that can keep a token",
      detail: problem,
      remedy: "Start the server with --client-id: it asks for the login itself, which then lasts as long as the server",
    };
    return;
  }
  const addresses = addressesOf(host);
  const { promise: invited, resolve: invite, reject } = deferred<Invitation>();
  const login = deviceLogin({ rest: addresses.rest, clientId, scopes, fetch: githubFetch(addresses), signal, invite });
  login.catch(reject);
  try {
    const { url, code } = await invited;
    yield { level: "note", title: `Open ${url} and enter the code ${code}`, detail: "This waits until you have" };
    await kept.keep(await login);
    yield { level: "ok", title: "You are logged in, and the token is in the system's keyring" };
  } catch (error) {
    if (!ConnectorError.is(error) || error.code === "cancelled") throw error;
    yield { level: "problem", title: error.message.replace(/\.$/, "") };
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}
