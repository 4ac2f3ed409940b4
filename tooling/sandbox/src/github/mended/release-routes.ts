import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

interface Pull {
  readonly number: number;
  readonly title: string;
  readonly user: { readonly login: string } | null;
}

/** Notes as GitHub generates them, of all that was merged: the emulator has one text for all. */
export function releaseRoutes(stand: Stand): Routes {
  return {
    "POST /repos/{owner}/{repo}/releases/generate-notes": async (ask, owner, repo) => {
      const at = `/repos/${owner}/${repo}`;
      const { tag_name: tag } = ask.body as { tag_name: string };
      const merged = [...stand.merges.keys()].filter((path) => path.startsWith(`${at}/pulls/`));
      const pulls = await Promise.all(merged.map((path) => stand.as(stand.ownerOf(at), "GET", path) as Promise<Pull>));
      const lines = pulls.map(
        ({ title, user, number }) =>
          `* ${title} by @${user?.login ?? "ghost"} in ${stand.url}/${owner}/${repo}/pull/${number}`,
      );
      const changes = `**Full Changelog**: ${stand.url}/${owner}/${repo}/commits/${tag}`;
      return { status: 200, body: { name: tag, body: ["## What's Changed", ...lines, "", "", changes].join("\n") } };
    },
  };
}
