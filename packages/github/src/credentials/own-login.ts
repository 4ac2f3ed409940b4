import type { GithubCall } from "../api/github-call.ts";

/** Whose token it is. Throws `refused` for that of an app, which is nobody's. */
export async function ownLogin(call: GithubCall): Promise<string> {
  const { login } = await call.requestBeyond("GET /user", {}, "the token's owner");
  return login;
}
