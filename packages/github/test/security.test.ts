import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

let served: ServedGithub;
let host: Host;
const argv = ["--toolsets", "default,security"];
beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: [...argv, "--repos", "acme/*"] });
});
afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

const site = { owner: "acme", repo: "site" };

interface Told {
  readonly items: readonly Record<string, unknown>[];
  readonly nextCursor?: string;
}

async function told(tool: string, input: Record<string, unknown>): Promise<Told> {
  return (await answered(host.callTool(tool, input))).structured as unknown as Told;
}

describe("github_alerts", () => {
  it("lists what a scan of the code found, and where", async () => {
    const { items } = await told("github_alerts", { ...site, kind: "code_scanning" });
    expect(items).toMatchObject([
      { number: 1, state: "open", rule: "js/code-injection", severity: "critical", path: "src/add.ts", line: 3 },
    ]);
  });

  it("shows one whole", async () => {
    const { items } = await told("github_alerts", { ...site, kind: "dependabot", alert_number: 1 });
    expect(items).toMatchObject([
      { package: "lodash", patched: "4.17.21", ghsa_id: "GHSA-35jh-r3h4-6jhm", description: expect.any(String) },
    ]);
  });

  it("lists dependencies page by page", async () => {
    const input = { ...site, kind: "dependabot", limit: 1 };
    const first = await told("github_alerts", input);
    const second = await told("github_alerts", { ...input, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([1, 2]);
    expect(second.nextCursor).toBeUndefined();
  });

  it("never shows the secret of a secret that was found, and asks GitHub for none", async () => {
    served.stand.requests.length = 0;
    for (const input of [{}, { alert_number: 1 }]) {
      const { text, structured } = await answered(
        host.callTool("github_alerts", { owner: "acme", repo: "vault", kind: "secret_scanning", ...input }),
      );
      expect(text).toContain("acme_key");
      expect(text + JSON.stringify(structured)).not.toContain("hunter2");
    }
    expect(served.stand.requests.map(({ query }) => new URLSearchParams(query).get("hide_secret"))).toEqual([
      "true",
      "true",
    ]);
  });

  it("says which filters a kind takes", async () => {
    const answer = await host.callTool("github_alerts", { ...site, kind: "dependabot", tool_name: "CodeQL" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("It takes state, severity")]);
  });

  it("says so where the token may not see them", async () => {
    const reader = await served.open({ as: "rita", argv });
    const answer = await reader.callTool("github_alerts", { ...site, kind: "code_scanning" });
    expect([answer.isError, answer.meta.code]).toEqual([true, "refused"]);
  });

  it("counts as private of a public repository too, so that no stranger has them published", async () => {
    const input = { method: "comment", ...site, issue_number: 2, body: "Line 3 flows into eval." };
    const alert = { ...site, kind: "code_scanning", alert_number: 1 };
    const misled = await served.open({ as: "ada", argv });
    await answered(misled.callTool("github_issue_read", { ...site, issue_number: 1 }));
    await answered(misled.callTool("github_alerts", alert));
    const refused = await misled.callTool("github_issue_write", input);
    expect([refused.isError, refused.text]).toEqual([true, expect.stringContaining("code_scanning alerts")]);
    const working = await served.open({ as: "ada", argv });
    await answered(working.callTool("github_alerts", alert));
    await answered(working.callTool("github_issue_write", input));
  });
});

describe("github_advisories", () => {
  it("shows one whole, by its number in any letters", async () => {
    const { items } = await told("github_advisories", { ghsa_id: "ghsa-35jh-r3h4-6jhm" });
    expect(items).toMatchObject([{ cve_id: "CVE-2021-23337", severity: "high", references: [expect.any(String)] }]);
  });

  it("finds those of a CVE, and of none that is not there", async () => {
    expect((await told("github_advisories", { cve_id: "CVE-2021-23337" })).items).toHaveLength(1);
    expect((await told("github_advisories", { cve_id: "CVE-1999-0001" })).items).toEqual([]);
  });

  it("lists those of a repository, within --repos", async () => {
    expect((await told("github_advisories", site)).items).toEqual([]);
    const answer = await host.callTool("github_advisories", { owner: "mallory", repo: "bait" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("--repos")]);
  });

  it.each([
    ["an owner without a repository", { owner: "acme" }, "both"],
    ["what only the other list takes", { ...site, cve_id: "CVE-2021-23337" }, "They take state"],
    ["a number of another kind", { ghsa_id: "CVE-2021-23337" }, "is no GHSA number"],
  ])("refuses %s", async (_, input, said) => {
    const answer = await host.callTool("github_advisories", input);
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(said)]);
  });
});
