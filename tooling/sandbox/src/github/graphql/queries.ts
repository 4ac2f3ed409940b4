import { actor } from "./actor.ts";
import { connection } from "./connection.ts";
import { issueNode } from "./issue-node.ts";
import { nodeOf } from "./node-of.ts";
import { projectFields } from "./project-nodes.ts";
import { pullNode } from "./pull-node.ts";
import { repositoryNode } from "./repository-node.ts";
import type { Rest } from "./rest.ts";
import { unresolved } from "./unresolved.ts";
import type { Viewer } from "./viewer.ts";

/** What may be asked for at the top. */
export function queries(viewer: Viewer): Readonly<Record<string, unknown>> {
  return {
    viewer: async () => actor(await viewer.get("/user")),
    rateLimit: () => viewer.rateLimit(),
    repository: ({ owner, name }: { owner: string; name: string }) => repositoryNode(viewer, `${owner}/${name}`),
    node: ({ id }: { id: string }) => nodeOf(viewer, id),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => nodeOf(viewer, id)),
    organization: ({ login }: { login: string }) => ownerNode(viewer, "orgs", login),
    user: ({ login }: { login: string }) => ownerNode(viewer, "users", login),
    repositoryOwner: async ({ login }: { login: string }) =>
      ownerNode(viewer, (await viewer.get(`/orgs/${login}`)) === undefined ? "users" : "orgs", login),
    search: connection(async (args) => {
      const { query, type } = args as unknown as { query: string; type: string };
      const isRepositories = type === "REPOSITORY";
      const found = await viewer.get(`/search/${isRepositories ? "repositories" : "issues"}`, {
        q: query,
        per_page: "100",
      });
      const items = (found?.items ?? []) as Rest[];
      return Promise.all(
        items.map((item) => (isRepositories ? repositoryNode(viewer, item.full_name) : threadOf(viewer, item))),
      );
    }),
  };
}

async function threadOf(viewer: Viewer, item: Rest) {
  const at = new URL(item.repository_url).pathname;
  if (item.pull_request === undefined) return issueNode(viewer, item, at);
  return pullNode(viewer, (await viewer.get(`${at}/pulls/${item.number}`)) ?? item, at);
}

async function ownerNode(viewer: Viewer, kind: "orgs" | "users", login: string) {
  const found = await viewer.get(`/${kind}/${encodeURIComponent(login)}`);
  const name = kind === "orgs" ? "Organization" : "User";
  if (found === undefined)
    throw unresolved(`Could not resolve to ${kind === "orgs" ? "an" : "a"} ${name} with the login of '${login}'.`);
  return {
    ...actor({ ...found, type: kind === "orgs" ? "Organization" : found.type }),
    ...projectFields(viewer, found.login),
    repositories: connection(async () => {
      const all = viewer.stand.repositories.all().filter(({ fullName }) => fullName.startsWith(`${found.login}/`));
      const seen = await Promise.all(all.map(({ fullName }) => viewer.get(`/repos/${fullName}`)));
      return seen.filter((one) => one !== undefined).map((one) => repositoryNode(viewer, one.full_name));
    }),
  };
}
