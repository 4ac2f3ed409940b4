import { nobody } from "../trust/nobody.ts";

/** Somebody as GraphQL names them; null where the account is gone. */
export type Actor = { readonly __typename: string; readonly login: string } | null;

/** The login as REST knows it: GraphQL leaves out of a bot's what tells it from a person's. */
export function loginOf(actor: Actor | undefined): string {
  if (!actor) return nobody;
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}
