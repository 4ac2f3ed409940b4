/** What of a public repository GitHub tells its own people alone, by what follows `/repos/{owner}/{repo}`. */
const areas = [
  ...["code-scanning", "secret-scanning", "dependabot", "security-advisories", "vulnerability-alerts", "traffic"],
  ...[
    "hooks",
    "keys",
    "actions/secrets",
    "actions/variables",
    "environments/\\{environment_name\\}/(?:secrets|variables)",
  ],
];

const routes = new RegExp(`^GET /repos/\\{owner\\}/\\{repo\\}/(?:${areas.join("|")})(?:/|$)`);

/** Whether a route tells what only few may read, however public the repository is. */
export function isConfidential(route: string): boolean {
  return routes.test(route);
}
