import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { refusal } from "../front/refusal.ts";
import type { Stand } from "../stand.ts";
import { mergedTree } from "./merged-tree.ts";
import { personOf } from "./person-of.ts";

interface Pull {
  readonly number: number;
  readonly title: string;
  readonly draft: boolean;
  readonly merged: boolean;
  readonly state: string;
  readonly head: { readonly sha: string; readonly label: string; readonly ref: string };
  readonly base: { readonly ref: string };
}

interface Sent {
  readonly sha?: string;
  readonly merge_method?: string;
  readonly commit_title?: string;
  readonly commit_message?: string;
}

/** Merges as git does, by files: the emulator takes the head as it was at first, and forgets what the base had beside. */
export function mergeRoutes(stand: Stand): Routes {
  const get = (ask: Ask, path: string) =>
    stand.answer({ ...ask, method: "GET", path, query: new URLSearchParams(), headers: {}, body: undefined });
  return {
    "PUT /repos/{owner}/{repo}/pulls/{number}/merge": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const found = await get(ask, `${at}/pulls/${number}`);
      if (found.status !== 200) return found;
      const pull = found.body as Pull;
      const sent = (ask.body ?? {}) as Sent;
      const refused = refuseMerge(pull, sent);
      if (refused !== undefined) return refused;
      const { body } = await get(ask, `${at}/git/ref/heads/${pull.base.ref}`);
      const base = (body as { object: { sha: string } }).object.sha;
      const tree = await mergedTree(stand, ask, at, base, pull.head.sha);
      if (tree === undefined) return refusal(405, "Pull Request is not mergeable");
      const parents = methodOf(sent) === "merge" ? [base, pull.head.sha] : [base];
      const message = messageOf(pull, sent);
      const made = await stand.emulator({
        ...ask,
        method: "POST",
        path: `${at}/git/commits`,
        body: { message, tree, parents },
      });
      const { sha } = made.body as { sha: string };
      await stand.emulator({ ...ask, method: "PATCH", path: `${at}/git/refs/heads/${pull.base.ref}`, body: { sha } });
      await stand.emulator({ ...ask, method: "PATCH", path: `${at}/pulls/${number}`, body: { state: "closed" } });
      const merged_by = await personOf(stand, ask, ask.credential?.login ?? "");
      const merge = { merge_commit_sha: sha, merged_at: new Date().toISOString(), merged_by };
      stand.merges.set(`${at}/pulls/${number}`, merge);
      return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
    },
    "PUT /repos/{owner}/{repo}/pulls/{number}/update-branch": async (ask, owner, repo, number) => {
      const at = `/repos/${owner}/${repo}`;
      const found = await get(ask, `${at}/pulls/${number}`);
      if (found.status !== 200) return found;
      const { head, base } = found.body as Pull;
      const { expected_head_sha: expected = head.sha } = (ask.body ?? {}) as { expected_head_sha?: string };
      if (expected !== head.sha) return refusal(422, "expected head sha didn\u2019t match current head ref.");
      const tip = (await get(ask, `${at}/git/ref/heads/${base.ref}`)).body as { object: { sha: string } };
      const compared = await get(ask, `${at}/compare/${head.sha}...${tip.object.sha}`);
      if ((compared.body as { ahead_by: number }).ahead_by === 0)
        return refusal(422, "There are no new commits on the base branch.");
      const tree = await mergedTree(stand, ask, at, head.sha, tip.object.sha);
      if (tree === undefined) return refusal(422, "merge conflict between base and head");
      const parents = [head.sha, tip.object.sha];
      const body = { message: `Merge branch '${base.ref}' into ${head.ref}`, tree, parents };
      const made = await stand.emulator({ ...ask, method: "POST", path: `${at}/git/commits`, body });
      const { sha } = made.body as { sha: string };
      await stand.emulator({ ...ask, method: "PATCH", path: `${at}/git/refs/heads/${head.ref}`, body: { sha } });
      const url = `${stand.url}${at}/pulls/${number}`;
      return { status: 202, body: { message: "Updating pull request branch.", url } };
    },
  };
}

const methodOf = ({ merge_method: method = "merge" }: Sent) => method;

function refuseMerge(pull: Pull, { sha }: Sent): Answer | undefined {
  if (pull.draft) return refusal(405, "Pull Request is still a draft");
  if (pull.merged || pull.state === "closed") return refusal(405, "Pull Request is not mergeable");
  if (sha === undefined || sha === pull.head.sha) return undefined;
  return refusal(409, "Head branch was modified. Review and try the merge again.");
}

function messageOf({ number, title, head }: Pull, sent: Sent): string {
  const isMerge = methodOf(sent) === "merge";
  const usual = isMerge
    ? `Merge pull request #${number} from ${head.label.replace(":", "/")}`
    : `${title} (#${number})`;
  return [sent.commit_title ?? usual, sent.commit_message ?? (isMerge ? title : "")].filter(Boolean).join("\n\n");
}
