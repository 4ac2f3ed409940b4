import type { Stand } from "../stand.ts";

const seeded = [
  ["ada", "acme/site"],
  ["ada", "acme/vault"],
  ["ada", "acme/tools"],
  ["ada", "acme/empty"],
  ["ada", "acme/attic"],
  ["ada", "acme/old-name"],
  ["ada", "ada/given-away"],
  ["mallory", "mallory/bait"],
] as const;

/** Makes the stand know its repositories, gives roles in them, and moves those that have moved. */
export async function fillPeople(stand: Stand): Promise<void> {
  for (const [owner, name] of seeded) await stand.learn(owner, name);
  const grants = [
    ["site", "ben", "push"],
    ["site", "olga", "push"],
    ["vault", "ben", "push"],
    ["tools", "ben", "push"],
  ] as const;
  for (const [repo, login, permission] of grants)
    await stand.as("ada", "PUT", `/repos/acme/${repo}/collaborators/${login}`, { permission });
  await stand.as("ada", "PATCH", "/repos/acme/attic", { archived: true });
  await stand.as("ada", "PATCH", "/repos/acme/old-name", { name: "new-name" });
  await stand.as("ada", "POST", "/repos/ada/given-away/transfer", { new_owner: "acme" });
}
