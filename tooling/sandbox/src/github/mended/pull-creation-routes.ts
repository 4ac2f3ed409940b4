import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { copyCommits } from "./copy-commits.ts";

interface Created {
  readonly title?: string;
  readonly head?: string;
  readonly base?: string;
}

/** A pull request needs branches that are there and differ; the emulator makes those that are missing. */
export function pullCreationRoutes(stand: Stand): Routes {
  return {
    "POST /repos/{owner}/{repo}/pulls": async (ask, owner = "", repo = "") => {
      const at = `/repos/${owner}/${repo}`;
      const { head = "", base = "" } = (ask.body ?? {}) as Created;
      const [from, branch] = head.includes(":") ? (head.split(":") as [string, string]) : [owner, head];
      const source = from === owner ? at : forkOf(stand, from, repo);
      const sha = source === undefined ? undefined : await tipOf(stand, ask, source, branch);
      if (source === undefined || sha === undefined) return invalid("head");
      if ((await tipOf(stand, ask, at, base)) === undefined) return invalid("base");
      if (source !== at) await copyCommits(stand, source, at, sha);
      const compared = await get(stand, ask, `${at}/compare/${base}...${sha}`);
      if ((compared.body as { ahead_by?: number }).ahead_by === 0)
        return custom(`No commits between ${base} and ${head}`);
      const open = await get(stand, ask, `${at}/pulls`, { head: `${from}:${branch}`, base });
      const isOpen = (open.body as unknown[]).length > 0;
      return isOpen ? custom(`A pull request already exists for ${from}:${branch}.`) : undefined;
    },
  };
}

function get(stand: Stand, ask: Ask, path: string, query: Record<string, string> = {}): Promise<Answer> {
  return stand.answer({ ...ask, method: "GET", path, query: new URLSearchParams(query), headers: {}, body: undefined });
}

async function tipOf(stand: Stand, ask: Ask, at: string, branch: string): Promise<string | undefined> {
  const { status, body } = await get(stand, ask, `${at}/git/ref/heads/${branch}`);
  return status === 200 ? (body as { object: { sha: string } }).object.sha : undefined;
}

/** Somebody's fork of a repository: the one of theirs by that name. */
function forkOf(stand: Stand, owner: string, name: string): string | undefined {
  const found = stand.repositories.named(`${owner}/${name}`);
  return found === undefined ? undefined : `/repos/${found.fullName}`;
}

function invalid(field: string): Answer {
  return refusal(422, "Validation Failed", { errors: [{ resource: "PullRequest", field, code: "invalid" }] });
}

function custom(message: string): Answer {
  return refusal(422, "Validation Failed", { errors: [{ resource: "PullRequest", code: "custom", message }] });
}
