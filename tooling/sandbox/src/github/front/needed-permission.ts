/** What fine-grained tokens and apps need for a request on a repository: `["contents", "write"]`. */
export function neededPermission(method: string, rest: string): readonly [name: string, level: "read" | "write"] {
  const isRead = method === "GET" || method === "HEAD";
  const found = table.find(([matches]) => matches.test(rest));
  return [found?.[1] ?? "administration", isRead ? "read" : "write"];
}

/** By what follows `/repos/{owner}/{repo}`; the first that matches counts. */
const table: ReadonlyArray<readonly [RegExp, string]> = [
  [/^$|^\/(languages|topics|contributors|stargazers|forks$|collaborators)/, "metadata"],
  [/^\/contents\/\.github\/workflows\//, "workflows"],
  [/^\/(contents|git|branches|compare|releases|tags|readme|merges|commits\/[^/]+$|commits$)/, "contents"],
  [/^\/(issues|labels|milestones|assignees)/, "issues"],
  [/^\/pulls/, "pull_requests"],
  [/^\/actions/, "actions"],
  [/^\/(check-runs|check-suites)|\/check-(runs|suites)$/, "checks"],
  [/^\/statuses|\/status(es)?$/, "statuses"],
  [/^\/deployments/, "deployments"],
  [/^\/code-scanning/, "security_events"],
  [/^\/secret-scanning/, "secret_scanning_alerts"],
  [/^\/dependabot/, "vulnerability_alerts"],
  [/^\/security-advisories/, "repository_advisories"],
  [/^\/(rulesets|rules)/, "metadata"],
];
