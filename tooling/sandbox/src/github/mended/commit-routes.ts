import type { Answer, Ask, Routes } from "../front/exchange.ts";
import { notFound } from "../front/refusal.ts";
import { nodeId } from "../nodes.ts";
import type { Stand } from "../stand.ts";
import { page } from "./page.ts";
import { personOf } from "./person-of.ts";
import { repositoryOf } from "./repository-of.ts";

const time = "2026-01-10T08:00:00Z";

interface Status {
  readonly id: number;
  readonly state: string;
  readonly context: string;
}

/** What is said of commits from outside: statuses, deployments; and the rules of branches. */
export function commitRoutes(stand: Stand): Routes {
  const shaOf = async (ask: Ask, at: string, ref: string): Promise<string | undefined> => {
    const path = `${at}/commits/${ref}`;
    const { status, body } = await stand.emulator({
      ...ask,
      method: "GET",
      path,
      query: new URLSearchParams(),
      body: undefined,
      headers: {},
    });
    return status === 200 ? (body as { sha: string }).sha : undefined;
  };
  const withSha =
    (then: (ask: Ask, at: string, sha: string) => Answer | Promise<Answer>) =>
    async (ask: Ask, owner?: string, repo?: string, ref = "") => {
      const at = `/repos/${owner}/${repo}`;
      const sha = await shaOf(ask, at, ref);
      return sha === undefined ? notFound() : then(ask, at, sha);
    };
  const said = (at: string, sha: string) => (stand.statuses.get(`${at} ${sha}`) ?? []) as Status[];
  return {
    "POST /repos/{owner}/{repo}/statuses/{sha}": withSha(async (ask, at, sha) => {
      const { state, context = "default", description = null, target_url = null } = ask.body as Record<string, string>;
      const id = stand.statuses.size + said(at, sha).length + 1;
      const creator = await personOf(stand, ask, ask.credential?.login ?? "");
      const plain = {
        url: `${stand.url}${at}/statuses/${sha}`,
        avatar_url: null,
        id,
        node_id: nodeId("StatusContext", id),
      };
      const made = { ...plain, state, context, description, target_url, created_at: time, updated_at: time, creator };
      stand.statuses.set(`${at} ${sha}`, [made, ...said(at, sha)]);
      return { status: 201, body: made };
    }),
    "GET /repos/{owner}/{repo}/commits/{sha}/statuses": withSha((ask, at, sha) => page(ask, stand.url, said(at, sha))),
    "GET /repos/{owner}/{repo}/commits/{sha}/status": withSha(async (ask, at, sha) => {
      const latest = [...new Map([...said(at, sha)].reverse().map((one) => [one.context, one])).values()];
      const isFailed = latest.some(({ state }) => state === "failure" || state === "error");
      const isPassed = latest.length > 0 && latest.every(({ state }) => state === "success");
      const repository = await repositoryOf(stand, ask, at.replace("/repos/", ""));
      const url = `${stand.url}${at}/commits/${sha}`;
      const state = isFailed ? "failure" : isPassed ? "success" : "pending";
      return {
        status: 200,
        body: {
          state,
          statuses: latest,
          sha,
          total_count: latest.length,
          repository,
          commit_url: url,
          url: `${url}/status`,
        },
      };
    }),
    "GET /repos/{owner}/{repo}/deployments": (ask, owner, repo) =>
      page(ask, stand.url, stand.deployments.get(`${owner}/${repo}`) ?? []),
    "POST /repos/{owner}/{repo}/deployments": async (ask, owner, repo) => {
      const at = `/repos/${owner}/${repo}`;
      const {
        ref = "",
        environment = "production",
        description = null,
        task = "deploy",
      } = ask.body as Record<string, string>;
      const sha = await shaOf(ask, at, ref);
      if (sha === undefined) return notFound();
      const all = stand.deployments.get(`${owner}/${repo}`) ?? [];
      const id = all.length + 1;
      const url = `${stand.url}${at}/deployments/${id}`;
      const creator = await personOf(stand, ask, ask.credential?.login ?? "");
      const made = {
        id,
        node_id: nodeId("Deployment", id),
        url,
        sha,
        ref,
        task,
        payload: {},
        environment,
        description,
        creator,
        created_at: time,
        updated_at: time,
        statuses_url: `${url}/statuses`,
        repository_url: `${stand.url}${at}`,
      };
      stand.deployments.set(`${owner}/${repo}`, [made, ...all]);
      return { status: 201, body: made };
    },
    "GET /repos/{owner}/{repo}/environments": (ask, owner, repo) => {
      const all = (stand.deployments.get(`${owner}/${repo}`) ?? []) as readonly { environment: string }[];
      const environments = [...new Set(all.map(({ environment }) => environment))].map((name) => ({ name }));
      return page(ask, stand.url, environments, (some) => ({ total_count: environments.length, environments: some }));
    },
    "GET /repos/{owner}/{repo}/rulesets": (ask, owner, repo) =>
      page(ask, stand.url, owner === "acme" && repo === "site" ? [ruleset] : []),
    "GET /repos/{owner}/{repo}/rulesets/{id}": (_, owner, repo, id) =>
      owner === "acme" && repo === "site" && id === String(ruleset.id)
        ? { status: 200, body: { ...ruleset, rules } }
        : notFound(),
    "GET /repos/{owner}/{repo}/rules/branches/{branch}": (ask, owner, repo, branch) =>
      page(ask, stand.url, owner === "acme" && repo === "site" && branch === "main" ? rules : []),
  };
}

const rules = [{ type: "deletion" }, { type: "non_fast_forward" }];

const ruleset = {
  id: 1,
  name: "Keep main",
  target: "branch",
  source_type: "Repository",
  source: "acme/site",
  enforcement: "active",
  node_id: nodeId("Ruleset", 1),
  created_at: time,
  updated_at: time,
};
