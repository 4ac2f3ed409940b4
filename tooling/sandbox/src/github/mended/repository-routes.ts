import type { Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";

/** Lists that the emulator keeps otherwise: tags that are refs alone, and whose repositories somebody may see. */
export function repositoryRoutes(stand: Stand): Routes {
  return {
    "GET /repos/{owner}/{repo}/tags": async (ask, owner, repo) => {
      const at = `/repos/${owner}/${repo}`;
      const found = await stand.emulator({
        ...ask,
        path: `${at}/git/matching-refs/tags/`,
        query: new URLSearchParams(),
      });
      if (found.status !== 200) return found;
      const refs = found.body as { ref: string; node_id: string; object: { sha: string } }[];
      const tags = refs.map(({ ref, node_id, object: { sha } }) => {
        const name = ref.replace("refs/tags/", "");
        const to = `${stand.url}${at}`;
        return {
          name,
          commit: { sha, url: `${to}/commits/${sha}` },
          zipball_url: `${to}/zipball/${ref}`,
          tarball_url: `${to}/tarball/${ref}`,
          node_id,
        };
      });
      return page(ask, stand.url, tags.reverse());
    },
    "GET /user/repos": async (ask) => {
      const { credential } = ask;
      if (credential === undefined) return refusal(401, "Requires authentication");
      const isPublic = ask.query.get("visibility") === "public";
      const about = stand.repositories.all().filter((one) => stand.repositories.isAbout(one, credential.login));
      const theirs = about.filter((one) => !(isPublic && one.isPrivate));
      const whole = theirs.map(({ fullName }) =>
        stand.emulator({ ...ask, path: `/repos/${fullName}`, query: new URLSearchParams() }),
      );
      return page(
        ask,
        stand.url,
        (await Promise.all(whole)).map(({ body }) => body),
      );
    },
    "GET /user": (ask) => {
      if (ask.credential === undefined) return refusal(401, "Requires authentication");
      if (ask.credential.kind !== "installation") return undefined;
      return refusal(403, "Resource not accessible by integration");
    },
    "GET /installation/repositories": async (ask) => {
      if (ask.credential?.kind !== "installation")
        return refusal(
          403,
          "You must authenticate with an installation access token in order to list repositories for an installation.",
        );
      const { login } = ask.credential;
      const theirs = stand.repositories.all().filter(({ fullName }) => fullName.startsWith(`${login}/`));
      const whole = theirs.map(({ fullName }) =>
        stand.emulator({ ...ask, path: `/repos/${fullName}`, query: new URLSearchParams() }),
      );
      const repositories = (await Promise.all(whole)).map(({ body }) => body);
      return page(ask, stand.url, repositories, (items) => ({ total_count: repositories.length, repositories: items }));
    },
  };
}
