import { hostOf } from "../host-of.ts";
import type { Authentication } from "./authentication.ts";

/** The authentication as a request knows it that is addressed to this host. */
export function authenticationFor(host: string | null | undefined, authentication: Authentication): Authentication {
  const name = hostOf(host ?? "");
  return (name === undefined ? undefined : authentication.at?.(name)) ?? authentication;
}
