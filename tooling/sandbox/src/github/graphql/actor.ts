import type { Rest } from "./rest.ts";

/** Somebody: a person, a bot or an organisation; null where the account is gone. */
export function actor(user: Rest | null | undefined) {
  if (user == null) return null;
  const kind = user.type === "Bot" || user.type === "Organization" ? user.type : "User";
  return {
    __typename: kind,
    id: user.node_id,
    databaseId: user.id,
    // GitHub leaves the brackets out here, which is how a bot's name comes to be a person's.
    login: kind === "Bot" ? user.login.replace("[bot]", "") : user.login,
    name: user.name ?? null,
    url: user.html_url,
    resourcePath: `/${user.login}`,
    avatarUrl: user.avatar_url,
  };
}
