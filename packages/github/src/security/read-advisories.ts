import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { afterIn } from "../listing/after-in.ts";
import { fillAfter } from "../listing/fill-after.ts";
import { repositoryIfAny } from "../scope/repository-if-any.ts";
import { given } from "../shown/given.ts";
import { nobody } from "../trust/nobody.ts";
import { someReferences } from "./some-references.ts";
import { type Vulnerability, vulnerable } from "./vulnerable.ts";

/** What `github_advisories` is asked; the rest are filters under GitHub's names. */
export interface AdvisoriesInput {
  readonly ghsa_id?: string | undefined;
  readonly owner?: string | undefined;
  readonly repo?: string | undefined;
  readonly limit: number;
  readonly [filter: string]: unknown;
}

interface Advisory {
  readonly ghsa_id: string;
  readonly cve_id: string | null;
  readonly type?: string;
  readonly state?: string;
  readonly severity: string | null;
  readonly summary: string;
  readonly description: string | null;
  readonly author?: { readonly login?: string } | null;
  readonly published_at: string | null;
  readonly withdrawn_at?: string | null;
  readonly references?: readonly string[] | null;
  readonly vulnerabilities: readonly Vulnerability[] | null;
  readonly html_url?: string;
}

/** Advisories of GitHub's database, or of one repository. */
export async function readAdvisories(input: AdvisoriesInput, context: ToolContext<Github>) {
  const { owner, repo, ghsa_id, limit, ...filters } = input;
  const call = context.client.call(context);
  const at = repositoryIfAny({ owner, repo });
  const told = given(filters) as Record<string, unknown>;
  assertTaken(Object.keys(told), at);
  if (ghsa_id !== undefined) return { items: [whole(await one(call, at, ghsa_id), call, at)] };
  const ask = async (after: string | undefined) => {
    const parameters = { ...told, per_page: limit, ...given({ after }) };
    const { headers, body } = await (at === undefined
      ? call.sendBeyond("GET /advisories", parameters, "GitHub's advisories", undefined, { isRecorded: true })
      : call.send("GET /repos/{owner}/{repo}/security-advisories", { ...at, ...parameters }));
    return { items: JSON.parse(body) as Advisory[], next: afterIn(headers.link) };
  };
  return { items: await fillAfter(context.page, ask, (advisory) => shown(advisory, call, at)) };
}

function assertTaken(filters: readonly string[], at: RepositoryName | undefined): void {
  const taken = at === undefined ? ["cve_id", "affects", "ecosystem", "severity", "type"] : ["state"];
  const unknown = filters.filter((filter) => !taken.includes(filter));
  if (unknown.length === 0) return;
  const whose = at === undefined ? "GitHub's advisories" : "A repository's advisories";
  throw new ConnectorError(
    "invalid_input",
    `${whose} cannot be filtered by ${unknown.join(", ")}. They take ${taken.join(", ")}.`,
  );
}

async function one(call: GithubCall, at: RepositoryName | undefined, ghsa_id: string): Promise<Advisory> {
  // GitHub knows the number in small letters alone.
  const number = ghsa_id.toLowerCase().replace("ghsa", "GHSA");
  const { body } = await (at === undefined
    ? call.sendBeyond("GET /advisories/{ghsa_id}", { ghsa_id: number }, number, undefined, { isRecorded: true })
    : call.send("GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}", { ...at, ghsa_id: number }));
  return JSON.parse(body) as Advisory;
}

function shown(advisory: Advisory, call: GithubCall, at: RepositoryName | undefined): Record<string, unknown> {
  recordAdvisory(advisory, call, at);
  const { ghsa_id, severity, summary } = advisory;
  return {
    ghsa_id,
    summary,
    ...given({
      cve_id: advisory.cve_id,
      state: advisory.state,
      type: advisory.type === "reviewed" ? undefined : advisory.type,
      author: advisory.author?.login,
      withdrawn_at: advisory.withdrawn_at,
      published_at: advisory.published_at,
      severity,
      affects: affected(advisory.vulnerabilities ?? []),
    }),
  };
}

function whole(advisory: Advisory, call: GithubCall, at: RepositoryName | undefined): Record<string, unknown> {
  const { description, references, html_url: url } = advisory;
  return {
    ...shown(advisory, call, at),
    ...given({ description, references: someReferences(references ?? []), url }),
  };
}

function affected(vulnerabilities: readonly Vulnerability[]) {
  return vulnerabilities.length === 0 ? undefined : vulnerabilities.slice(0, 20).map(vulnerable);
}

/**
 * What GitHub reviewed are its own words; others are those of whoever reported them. What a repository has not published is
 * seen by few, though the repository be public.
 */
function recordAdvisory({ ghsa_id: what, type, state, author }: Advisory, { ledger }: GithubCall, at?: RepositoryName) {
  if (at === undefined) {
    const isOurs = type !== "unreviewed";
    ledger.record({
      owner: "github",
      repo: `advisory ${what}`,
      author: undefined,
      beyond: { privacy: 0, isOurs },
      what,
    });
    return;
  }
  ledger.record({ ...at, author: author?.login ?? nobody, what });
  if (state === "published") return;
  const beyond = { privacy: 2, isOurs: true } as const;
  ledger.record({ owner: at.owner, repo: `advisories of ${at.repo}`, author: undefined, beyond, what });
}
