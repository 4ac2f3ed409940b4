import type { Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";

/** Of a branch's checks the emulator answers with the commit: its routes are in the wrong order for names. */
export function checkRoutes(stand: Stand): Routes {
  const byCommit = (what: string): Routes => ({
    [`GET /repos/{owner}/{repo}/commits/{ref}/${what}`]: async (ask, owner, repo, ref = "") => {
      if (/^[0-9a-f]{40}$/.test(ref)) return undefined;
      const path = `/repos/${owner}/${repo}/commits/${ref}`;
      const commit = await stand.emulator({ ...ask, path, query: new URLSearchParams() });
      if (commit.status !== 200) return commit;
      const { sha } = commit.body as { sha: string };
      return stand.emulator({ ...ask, path: `/repos/${owner}/${repo}/commits/${sha}/${what}` });
    },
  });
  return {
    ...byCommit("check-runs"),
    ...byCommit("check-suites"),
    // A list, where the emulator has it in an object.
    "GET /repos/{owner}/{repo}/check-runs/{id}/annotations": async (ask) => {
      const answer = await stand.emulator(ask);
      const { check_annotations: body } = (answer.body ?? {}) as { check_annotations?: unknown[] };
      return body === undefined ? answer : { ...answer, body };
    },
  };
}
