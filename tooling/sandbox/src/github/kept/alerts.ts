/** What a scan found: the fields that are GitHub's own are as GitHub names them. */
export interface Alert {
  readonly kind: "code-scanning" | "secret-scanning" | "dependabot";
  readonly repository: string;
  readonly number: number;
  state: string;
  resolution: string | null;
  readonly fields: object;
}

const advisory = {
  ghsa_id: "GHSA-35jh-r3h4-6jhm",
  cve_id: "CVE-2021-23337",
  summary: "Command injection in lodash",
  description: "lodash before 4.17.21 is vulnerable to command injection by its template function.",
  severity: "high",
  identifiers: [{ type: "GHSA", value: "GHSA-35jh-r3h4-6jhm" }],
  references: [{ url: "https://nvd.nist.gov/vuln/detail/CVE-2021-23337" }],
  vulnerabilities: [],
  published_at: "2021-05-06T16:05:51Z",
  updated_at: "2023-08-08T19:58:33Z",
  withdrawn_at: null,
} as const;

/** One alert of each kind in each of two repositories, and of dependencies of the public one another. */
export function startAlerts(): Alert[] {
  const opened = { number: 1, state: "open", resolution: null } as const;
  const rule = {
    id: "js/code-injection",
    name: "js/code-injection",
    severity: "error",
    security_severity_level: "critical",
    description: "Code injection",
  };
  const location = { path: "src/add.ts", start_line: 3, end_line: 3, start_column: 3, end_column: 20 };
  const instance = {
    ref: "refs/heads/main",
    state: "open",
    location,
    message: { text: "This flows into eval." },
    classifications: [],
  };
  const vulnerability = {
    package: { ecosystem: "npm", name: "lodash" },
    severity: "high",
    vulnerable_version_range: "< 4.17.21",
    first_patched_version: { identifier: "4.17.21" },
  };
  const dependency = { package: { ecosystem: "npm", name: "lodash" }, manifest_path: "package.json", scope: "runtime" };
  const kinds = (repository: string): Alert[] => [
    {
      kind: "code-scanning",
      repository,
      ...opened,
      fields: { rule, tool: { name: "CodeQL", version: "2.20.0", guid: null }, most_recent_instance: instance },
    },
    {
      kind: "secret-scanning",
      repository,
      ...opened,
      fields: {
        secret_type: "acme_key",
        secret_type_display_name: "Acme key",
        secret: "hunter2-not-a-real-secret",
        validity: "unknown",
      },
    },
    {
      kind: "dependabot",
      repository,
      ...opened,
      fields: { dependency, security_advisory: advisory, security_vulnerability: vulnerability },
    },
  ];
  const more: Alert = {
    kind: "dependabot",
    repository: "acme/site",
    ...opened,
    number: 2,
    fields: { dependency, security_advisory: advisory, security_vulnerability: vulnerability },
  };
  return [...kinds("acme/site"), more, ...kinds("acme/vault")];
}

/** Advisories that GitHub publishes for all. */
export const advisories = [
  { ...advisory, type: "reviewed", references: advisory.references.map(({ url }) => url) },
  published("GHSA-vh95-rmgr-6w4m", "CVE-2020-7598", "Prototype pollution in minimist", "medium"),
  published("GHSA-cph5-m8f7-6c5x", "CVE-2021-3749", "Inefficient regular expressions in axios", "high"),
  published("GHSA-c2qf-rxjj-qqgw", "CVE-2022-25883", "Inefficient regular expressions in semver", "high"),
  published("GHSA-j8xg-fqg3-53r7", "CVE-2023-26115", "Inefficient regular expressions in word-wrap", "medium"),
  published("GHSA-f8q6-p94x-37v3", "CVE-2022-3517", "Inefficient regular expressions in minimatch", "high"),
  published("GHSA-93q8-gq69-wqmw", "CVE-2021-3807", "Inefficient regular expressions in ansi-regex", "high"),
  published("GHSA-p6mc-m468-83gw", "CVE-2020-8203", "Prototype pollution in lodash", "high"),
] as const;

function published(ghsa_id: string, cve_id: string, summary: string, severity: "medium" | "high") {
  const identifiers = [{ type: "GHSA" as const, value: ghsa_id }];
  const [published_at, references] = ["2022-01-01T00:00:00Z", [`https://nvd.nist.gov/vuln/detail/${cve_id}`]];
  return {
    ...advisory,
    type: "reviewed",
    ghsa_id,
    cve_id,
    summary,
    severity,
    identifiers,
    published_at,
    references,
  } as const;
}
