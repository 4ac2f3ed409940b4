import type { GithubCall } from "../api/github-call.ts";
import { ownLogin } from "./own-login.ts";

/** As `ownLogin`; undefined for who has no account, and where it cannot be looked up. */
export async function ownLoginIfAny(call: GithubCall): Promise<string | undefined> {
  try {
    return await ownLogin(call);
  } catch {
    call.cancellation.throwIfAborted();
    return undefined;
  }
}
