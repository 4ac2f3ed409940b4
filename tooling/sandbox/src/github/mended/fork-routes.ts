import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import { copyCommits } from "./copy-commits.ts";

/** A fork has its parent's branches and history, where the emulator begins anew. */
export function forkRoutes(stand: Stand): Routes {
  return {
    "POST /repos/{owner}/{repo}/forks": async (ask, owner, repo) => {
      const answer = await stand.emulator({ ...ask, body: ask.body ?? {} });
      if (answer.status !== 202) return answer;
      const {
        full_name,
        default_branch,
        owner: forker,
      } = answer.body as { full_name: string; default_branch: string; owner: { login: string } };
      await stand.learn(forker.login === "acme" ? "ada" : forker.login, full_name);
      const [from, to] = [`/repos/${owner}/${repo}`, `/repos/${full_name}`];
      const reader = stand.ownerOf(from);
      const branches = (await stand.as(reader, "GET", `${from}/branches?per_page=100`)) as {
        name: string;
        commit: { sha: string };
      }[];
      for (const { name, commit } of branches) {
        await copyCommits(stand, from, to, commit.sha);
        const writer = stand.ownerOf(to);
        if (name === default_branch)
          await stand.as(writer, "PATCH", `${to}/git/refs/heads/${name}`, { sha: commit.sha, force: true });
        else await stand.as(writer, "POST", `${to}/git/refs`, { ref: `refs/heads/${name}`, sha: commit.sha });
      }
      stand.parents.set(full_name, `${owner}/${repo}`);
      return answer;
    },
  };
}
