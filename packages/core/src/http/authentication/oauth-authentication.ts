import type { Authentication } from "./authentication.ts";
export async function openOAuthAuthentication(_: {
  issuer: string;
  audience: string;
  resource: string;
}): Promise<Authentication> {
  throw new Error("later");
}
