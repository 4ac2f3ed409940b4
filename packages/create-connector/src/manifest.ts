import type { Wanted } from "./wanted.ts";

interface Manifest {
  [key: string]: unknown;
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** What it needs to be built and tested where no repository around it has it. */
const ownTools = ["@types/node", "typescript", "vitest"];

/**
 * The new package.json.
 *
 * @param text the template's, renamed
 * @param versions of packages, for a connector outside of the repository
 */
export function manifest(text: string, wanted: Wanted, versions: Readonly<Record<string, string>>): string {
  const { private: _, ...template } = JSON.parse(text) as Manifest;
  const made = wanted.isInside ? inside(template as Manifest, wanted) : outside(template as Manifest, versions);
  return `${JSON.stringify(made, undefined, 2)}\n`;
}

function inside(template: Manifest, { name }: Wanted): object {
  const { files, exports, ...rest } = template;
  const repository = "https://github.com/drawbridge-mcp/drawbridge";
  const published = exports as Readonly<Record<string, object>>;
  return {
    ...rest,
    repository: { type: "git", url: `git+${repository}.git`, directory: `packages/${name}` },
    homepage: `${repository}/tree/main/packages/${name}#readme`,
    bugs: `${repository}/issues`,
    files,
    exports: { ...published, ".": { "@drawbridge/source": "./src/index.ts", ...published["."] } },
    publishConfig: { access: "public", exports: published },
    scripts: { ...template.scripts, prepack: "pnpm install --frozen-lockfile && pnpm -w run build" },
    devDependencies: Object.fromEntries(Object.keys(template.devDependencies).map((key) => [key, "workspace:*"])),
  };
}

function outside(template: Manifest, versions: Readonly<Record<string, string>>): object {
  const { license: _, mcpName, ...rest } = template;
  const at = (names: readonly string[]) =>
    Object.fromEntries([...names].sort().map((name) => [name, versionOf(name, versions)]));
  return {
    ...rest,
    // Who publishes it puts their own account here; the program is held to its definitions where there is one.
    mcpName: String(mcpName).replace("drawbridge-mcp/", "your-account/"),
    scripts: { ...template.scripts, test: "npm run build && vitest run", prepack: "npm run build" },
    dependencies: at(Object.keys(template.dependencies)),
    devDependencies: at([...Object.keys(template.devDependencies), ...ownTools]),
  };
}

function versionOf(name: string, versions: Readonly<Record<string, string>>): string {
  const version = versions[name];
  if (version === undefined) throw new Error(`No version of ${name} was written down when this was built`);
  return version;
}
