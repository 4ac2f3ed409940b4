import type { AuthInfo } from "@modelcontextprotocol/server";
import type { RequestContext } from "../serving/request-context.ts";
import type { Caller } from "./authentication/caller.ts";

/** What the SDK carries along with a request of a caller. The token itself goes no further than authentication. */
export function authInfoOf(caller: Caller, requestId: string): AuthInfo {
  return { token: "", clientId: caller.principal, scopes: [], extra: { caller: { ...caller, requestId } } };
}

/** Who makes the request that a handler is called for. Throws where nobody was found out: nothing is done for nobody. */
export function callerOf({ http }: RequestContext): Caller {
  return callerIn(http?.authInfo);
}

export function callerIn(authInfo: AuthInfo | undefined): Caller {
  const caller = authInfo?.extra?.caller as Caller | undefined;
  if (caller === undefined) throw new Error("A request came past authentication");
  return caller;
}
