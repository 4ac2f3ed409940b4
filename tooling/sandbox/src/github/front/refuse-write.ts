import { isAtLeast, type KnownRepository, type Role } from "../repositories.ts";
import type { Answer, Ask } from "./exchange.ts";
import { refusal } from "./refusal.ts";

/** What anybody who may read may do to a public repository, by what follows `/repos/{owner}/{repo}`. */
const anybodys: ReadonlyArray<readonly [method: string, rest: RegExp]> = [
  ["POST", /^\/issues$/],
  ["POST", /^\/issues\/\d+\/comments$/],
  ["POST", /^\/pulls$/],
  ["POST", /^\/pulls\/\d+\/(reviews|comments)/],
  ["PUT", /^\/pulls\/\d+\/reviews\/\d+/],
  ["DELETE", /^\/pulls\/\d+\/reviews\/\d+/],
  ["POST", /reactions$/],
  ["DELETE", /reactions\/\d+$/],
  ["POST", /^\/forks$/],
  // Whether it is their own is found out where it is.
  ["PATCH", /^\/(issues|pulls)\/(comments\/)?\d+$/],
  ["DELETE", /^\/(issues|pulls)\/comments\/\d+$/],
];

/** What triage may do beside. */
const triagers =
  /^\/(issues|pulls)\/\d+\/(labels|assignees|lock|requested_reviewers|sub_issues?|dependencies)|^\/issues/;

const administrators = /^\/(collaborators|hooks|branches\/.+\/protection|rulesets|transfer)|^$/;

/** What GitHub answers whose role in a repository is too small for a write; undefined where it is not. */
export function refuseWrite(ask: Ask, repository: KnownRepository, role: Role): Answer | undefined {
  const { method, credential } = ask;
  if (method === "GET" || method === "HEAD") return undefined;
  const rest = restOf(ask.path);
  if (credential === undefined) return refusal(401, "Requires authentication");
  if (repository.isArchived && rest !== "" && rest !== "/forks")
    return refusal(403, "Repository was archived so is read-only.");
  if (credential.kind === "installation" || isAllowed(method, rest, role)) return undefined;
  if (/^\/(git|contents|releases)/.test(rest)) return refusal(404, "Not Found");
  return refusal(403, "Must have admin rights to Repository.");
}

function isAllowed(method: string, rest: string, role: Role): boolean {
  if (anybodys.some(([one, matches]) => one === method && matches.test(rest))) return true;
  if (administrators.test(rest)) return isAtLeast(role, "admin");
  return isAtLeast(role, triagers.test(rest) ? "triage" : "write");
}

/** What follows `/repos/{owner}/{repo}` in a path. */
function restOf(path: string): string {
  return path.replace(/^\/repos\/[^/]+\/[^/]+/, "");
}
