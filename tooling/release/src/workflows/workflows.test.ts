import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspaceRoot } from "../published/workspace-root.ts";
import { type Workflow, workflows } from "./workflow.ts";

const all = workflows();
const scripts = Object.keys(JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8")).scripts);

const jobsOf = ({ jobs }: Workflow) => Object.entries(jobs).map(([name, job]) => ({ name, ...job }));
const stepsOf = (workflow: Workflow) => jobsOf(workflow).flatMap(({ steps }) => steps);
const runsOf = (workflow: Workflow) => stepsOf(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));

describe.each(all)("the workflow $file", (workflow) => {
  it("uses every action at a full commit, with its version beside it", () => {
    const uses = [...workflow.text.matchAll(/\buses:\s*(.+)$/gm)].map(([, used]) => used);
    expect(uses.length).toBe(stepsOf(workflow).filter(({ uses: used }) => used !== undefined).length);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("has by default no right but to read", () => {
    for (const right of Object.values(workflow.permissions ?? { all: "unsaid" })) expect(right).toBe("read");
  });

  it("ends every job in time", () => {
    for (const job of jobsOf(workflow)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(30);
  });

  it("leaves no credentials in what it checks out", () => {
    for (const { uses = "", with: given } of stepsOf(workflow)) {
      if (uses.startsWith("actions/checkout@")) expect(given).toMatchObject({ "persist-credentials": false });
    }
  });

  it("puts nothing into a script that others could write: values come by variables", () => {
    for (const run of runsOf(workflow)) expect(run).not.toContain("${{");
    expect(workflow.on).not.toHaveProperty("pull_request_target");
  });

  it("unpacks nothing that it fetched before its digest is checked", () => {
    for (const run of runsOf(workflow)) {
      if (!/\b(curl|wget)\b/.test(run)) continue;
      const [checked, unpacked] = [run.indexOf("sha256sum --check --strict"), run.indexOf("tar -x")];
      expect(checked).toBeGreaterThan(0);
      expect(unpacked).toBeGreaterThan(checked);
    }
  });

  it("calls scripts that the workspace has", () => {
    const called = runsOf(workflow).flatMap((run) => [...run.matchAll(/pnpm@12 ([\w:-]+)/g)].map(([, name]) => name));
    for (const name of called) expect([...scripts, "install", "changeset"]).toContain(name);
  });
});

describe("the release", () => {
  const release = all.find(({ file }) => file === "release.yml");
  if (release === undefined) throw new Error("There is no release.yml");
  const job = (name: string) => {
    const found = release.jobs[name];
    if (found === undefined) throw new Error(`release.yml has no job ${name}`);
    return found;
  };

  it("has an identity to publish with where something is published, and nowhere else", () => {
    const withIdentity = all.flatMap((workflow) =>
      jobsOf(workflow)
        .filter(({ permissions }) => permissions?.["id-token"] !== undefined)
        .map(({ name }) => `${workflow.file} ${name}`),
    );
    expect(withIdentity).toEqual(["release.yml publish", "release.yml registry"]);
  });

  it("lets no job both publish and write to the repository", () => {
    for (const { permissions = {} } of jobsOf(release)) {
      const rights = Object.entries(permissions).filter(([, right]) => right === "write");
      if (rights.some(([name]) => name === "id-token")) expect(rights).toHaveLength(1);
    }
  });

  it("gives each job the rights it needs, by name", () => {
    const rights = Object.fromEntries(jobsOf(release).map(({ name, permissions }) => [name, permissions]));
    expect(rights).toEqual({
      verify: { contents: "read" },
      version: { contents: "write", "pull-requests": "write" },
      publish: { contents: "read", "id-token": "write" },
      assets: { contents: "write" },
      registry: { contents: "read", "id-token": "write" },
    });
  });

  it("publishes only what was tested, once no change waits, from the environment that npm trusts", () => {
    expect(job("publish").needs).toEqual(["verify", "version"]);
    expect(job("publish").if).toMatch(/waiting == 'false'/);
    expect(job("publish").environment).toBe("npm");
    expect(job("version").needs).toBe("verify");
    expect(job("verify").if).toContain("github.repository ==");
  });

  it("publishes with provenance, and without a token", () => {
    const publishing = job("publish").steps.find(({ run }) => run?.includes("pnpm@12 release"));
    expect(publishing?.env).toEqual({ NPM_CONFIG_PROVENANCE: "true", PNPM_CONFIG_PROVENANCE: "true" });
    expect(release.text).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|_authToken|secrets\./);
  });

  it("tells the registry after what it names is there, and only what the registry's program finds valid", () => {
    expect(job("registry").needs).toContain("assets");
    const run = job("registry").steps.at(-1)?.run ?? "";
    expect(run.indexOf('mcp-publisher" validate')).toBeGreaterThan(0);
    expect(run.indexOf('mcp-publisher" publish')).toBeGreaterThan(run.indexOf('mcp-publisher" validate'));
  });

  it("is rehearsed for every change", () => {
    const runs = all.filter(({ file }) => file === "ci.yml").flatMap(runsOf);
    expect(runs.join("\n")).toContain("pnpm@12 release:rehearse");
    expect(runs.join("\n")).toContain("check-server-json.js");
  });
});
