import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly mcpName?: string;
  readonly repository?: { readonly url: string; readonly directory: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifests = ["packages", "apps", "tooling"]
  .flatMap((room) => readdirSync(new URL(room, root)).map((name) => `${room}/${name}`))
  .filter((home) => existsSync(new URL(`${home}/package.json`, root)))
  .map((home) => [home, JSON.parse(read(`${home}/package.json`)) as Manifest] as const);
const published = manifests.filter(([, manifest]) => manifest.private !== true);

describe("a published package", () => {
  it.each(published)("is named under our scope and points to this repository: %s", (home, manifest) => {
    expect(manifest.name).toBe(`@drawbridge/${home.split("/")[1]}`);
    expect(manifest.repository?.directory).toBe(home);
    expect(manifest.repository?.url).toBe("git+https://github.com/drawbridge-mcp/drawbridge.git");
    if (manifest.mcpName) expect(manifest.mcpName).toBe(`io.github.drawbridge-mcp/${home.split("/")[1]}`);
  });

  it.each(published)("runs nothing when it is installed: %s", (_, { scripts = {} }) => {
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  it("is released again with every fix of core, if it is a connector", () => {
    for (const [home, { mcpName, dependencies }] of published)
      if (mcpName) expect(dependencies?.["@drawbridge/core"], home).toBe("workspace:^");
    expect(read(".changeset/config.json")).toContain('"updateInternalDependents": "always"');
  });
});

describe("a dependency", () => {
  const workspace = read("pnpm-workspace.yaml");
  const [, catalog = ""] = /^catalog:\n((?: {2}.+\n)+)/m.exec(workspace) ?? [];
  const [, builds = ""] = /^allowBuilds:\n((?: {2}.+\n)+)/m.exec(workspace) ?? [];

  it("has one exact version, which stands in one place", () => {
    expect(catalog).toContain("  zod: ");
    expect(catalog.split("\n").filter((line) => line !== "" && !/: \d+\.\d+\.\d+(?:-[\w.]+)?$/.test(line))).toEqual([]);
  });

  it.each(manifests)("is named with no version of its own: %s", (_, { dependencies, devDependencies }) => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^(?:catalog|workspace):/);
  });

  it("runs no code when it is installed", () => {
    expect(builds).toContain("esbuild");
    expect(builds.trimEnd().split("\n")).toEqual(builds.match(/^ {2}.+: false$/gm));
  });
});

describe("a workflow", () => {
  const workflows = readdirSync(new URL(".github/workflows", root)).map((name) => `.github/workflows/${name}`);

  it.each(workflows)("takes each action by the hash of a commit, and what the lockfile says: %s", (path) => {
    const text = read(path);
    const actions = text.match(/uses: .*/g) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
    for (const install of text.match(/pnpm@12 install.*/g) ?? []) expect(install).toContain("--frozen-lockfile");
  });

  it("publishes with provenance and without a token that could be stolen, in one job alone", () => {
    const release = read(".github/workflows/release.yml");
    expect(release).toMatch(/^permissions: \{\}$/m);
    // npm trusts one environment, which one job is in. The other job with an identity tells the registry of MCP servers.
    expect(release.match(/^ {4}environment: .*$/gm)).toEqual([expect.stringMatching(/^ {4}environment: npm\b/)]);
    expect(jobOf(release, "publish")).toMatch(/^ {4}environment: npm\b/m);
    expect(workflows.flatMap((path) => read(path).match(/id-token: write/g) ?? [])).toHaveLength(2);
    for (const job of ["publish", "registry"]) expect(jobOf(release, job)).toMatch(/^ {6}id-token: write\b/m);
    for (const client of ["NPM", "PNPM"]) expect(release).toContain(`${client}_CONFIG_PROVENANCE: "true"`);
    expect(release).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });

  it("publishes what passed the tests of the same run", () => {
    const release = read(".github/workflows/release.yml");
    expect(jobOf(release, "publish")).toMatch(/^ {4}needs: \[verify, version\]$/m);
    expect(jobOf(release, "version")).toMatch(/^ {4}needs: verify$/m);
  });
});

/** The lines of one job. */
function jobOf(workflow: string, name: string): string {
  const [, job = ""] = new RegExp(`^ {2}${name}:\\n((?: {4}.*\\n|\\n)+)`, "m").exec(workflow) ?? [];
  return job;
}

describe("a page", () => {
  const folders = ["", "docs/", "docs/contributing/", "docs/decisions/", ...published.map(([home]) => `${home}/`)];
  const pages = folders.flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((file) => file.endsWith(".md"))
      .map((file) => folder + file),
  );

  it.each(pages)("tells nobody to fetch a program from outside our scope: %s", (path) => {
    const fetched = [...read(path).matchAll(/npx (?:-y )?(?!-)([^\s`"]+)|"-y", "([^"]+)"/g)].map(
      ([, command, argument]) => command ?? argument,
    );
    expect(fetched.filter((name) => !/^@drawbridge\/[a-z-]+(?:@[\d.]+)?$|^pnpm@12$/.test(`${name}`))).toEqual([]);
  });
});
