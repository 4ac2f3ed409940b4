#!/usr/bin/env node
// Run in a connector's package: bundles src/cli.ts, core and every pure-JavaScript dependency into dist/cli.js, and what
// is imported later into dist/later/. What carries native code or WASM stays outside: package.json names it under
// "bundle": { "external": [] }. What a connector's program tells hosts goes into dist/definitions.lock.json, and which
// packages are inside into dist/bundled.json.
//
// A process that a connector starts is a program too, "bundle": { "process": { "entry": "src/parsing/process.ts", "files": [] } },
// and goes into dist/parsing/ with the files of other packages that it reads, WASM for example.
//
// "bundle": { "answersFirst": { "url": "postgres://.+" } } names the options that change nothing of what hosts are told, each with the
// pattern of what the program takes. Started with no others, the command, dist/cli.cjs then, answers what a host asks first before the
// program, dist/program.js, is loaded.
//
// What others import is compiled file by file, unless "bundle": { "library": "src/index.ts" } is there: then it is one file,
// dist/index.js, which holds every package that package.json does not name under "dependencies". So these need not be
// installed, whatever they say of the Node that they want.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { cwd } from "node:process";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";
import { bundledPackages } from "./bundled-packages.js";
import { collectLicences } from "./collect-licences.js";
import { firstAnswers } from "./first-answers.js";
import { leanSdk } from "./lean-sdk.js";
import { mergeStart } from "./merge-start.js";
import { printed } from "./printed.js";

const cli = "dist/cli.js";
const lock = "dist/definitions.lock.json";
const { bundle = {}, mcpName, dependencies, optionalDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const program = bundle.answersFirst ? "dist/program.js" : cli;

rmSync(lock, { force: true });

const common = {
  bundle: true,
  // What is not needed at first is imported by `import()`, and only then read from a file of its own.
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  conditions: ["@drawbridge/source"],
  // Some packages have a second form, of ES modules, and their first asks by `require` for what no bundler can see.
  ...(bundle.mainFields && { mainFields: bundle.mainFields }),
  // Core looks for the keyring when an option is to be taken from there: a connector that has secrets depends on it.
  external: [...new Set([...(bundle.external ?? []), "@napi-rs/keyring"])],
  define: { DRAWBRIDGE_DEFINITIONS_LOCK: JSON.stringify(lock) },
  alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("no-validator.js", import.meta.url)) },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
};

// Bundled CommonJS dependencies ask for Node's own modules by `require`, which ES modules lack.
const requires =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

const { metafile } = await bundleProgram();
const inputs = [
  ...Object.keys(metafile.inputs),
  ...(bundle.process ? await bundleProcess(bundle.process) : []),
  ...(bundle.library ? await bundleLibrary(bundle.library) : []),
];

const packages = bundledPackages(inputs);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", collectLicences(packages));
writeFileSync(
  "dist/bundled.json",
  `${JSON.stringify(
    packages.map(({ folder, ...told }) => told),
    null,
    2,
  )}\n`,
);

// What has a name in the registry of MCP servers serves, and is held to what it tells hosts. It is built once more with
// that in it, so that it need not make its schemas before it can answer, and has to tell the same then.
if (mcpName) {
  const told = printed(program, "--list-definitions");
  writeFileSync(lock, told);
  await bundleProgram({ DRAWBRIDGE_DEFINITIONS: JSON.stringify(told) });
  if (printed(program, "--list-definitions") !== told)
    throw new Error("The program tells hosts something else at every build");
  const described = printed(program, "--describe");
  writeFileSync("dist/connector.json", described);
  if (bundle.answersFirst) writeFirstAnswers(firstAnswers(program, bundle.answersFirst, JSON.parse(described)), told);
}

/** Writes the program, and returns what is known of its parts. */
async function bundleProgram(define = {}) {
  rmSync("dist/later", { recursive: true, force: true });
  const bundled = await build({
    ...common,
    define: { ...common.define, ...define },
    plugins: [leanSdk],
    entryPoints: { [basename(program, ".js")]: "src/cli.ts" },
    outdir: "dist",
    chunkNames: "later/[name]-[hash]",
    write: false,
  });
  for (const { path, text } of await mergeStart(bundled, program, common)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, path.endsWith(".cjs") ? text : text.replace(/^(#!.*\n)?/, (line) => `${line}${requires}\n`));
  }
  chmodSync(program, 0o755);
  return bundled;
}

/** Writes what answers first, as the command and under the name by which every other connector is started. */
function writeFirstAnswers(first, told) {
  const source = readFileSync(new URL("answer-first.cjs", import.meta.url), "utf8");
  const values = { FIRST: first, LOCK: told, PROGRAM: `./${basename(program)}` };
  const define = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`DRAWBRIDGE_${name}`, JSON.stringify(value)]),
  );
  const { target, minifySyntax, minifyWhitespace, legalComments } = common;
  const { code } = transformSync(source, { define, target, minifySyntax, minifyWhitespace, legalComments });
  writeFileSync("dist/cli.cjs", code);
  // An import would have Node look through all of it for names that it might export.
  writeFileSync(cli, `#!/usr/bin/env node\n${requires}require("./cli.cjs");\n`);
  for (const file of ["dist/cli.cjs", cli]) chmodSync(file, 0o755);
}

/** Some CommonJS packages that load WASM ask where they lie. Returns the paths of all that went into the bundle. */
async function bundleProcess({ entry, files = [] }) {
  const outdir = join("dist", basename(dirname(entry)));
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    ...common,
    entryPoints: [entry],
    outdir,
    chunkNames: "[name]-[hash]",
    // Where a package has both, its ES modules: some of the others ask by `require` for what no bundler can see.
    mainFields: ["module", "main"],
    banner: { js: `${requires}const __filename=require("node:url").fileURLToPath(import.meta.url);` },
  });
  for (const file of files) cpSync(pathOf(file), join(outdir, basename(file)), { recursive: true });
  return [...Object.keys(metafile.inputs), ...files.map(pathOf)];
}

/** Without parts of its own, for what it says of its package's place holds in dist/ alone. Returns the paths of all that went into it. */
async function bundleLibrary(entry) {
  const { metafile } = await build({
    ...common,
    splitting: false,
    entryPoints: [entry],
    outfile: "dist/index.js",
    external: Object.keys({ ...dependencies, ...optionalDependencies }),
    conditions: [],
    define: {},
    alias: {},
    banner: { js: requires },
  });
  return Object.keys(metafile.inputs);
}

/** Where a file or folder of another package lies. */
function pathOf(file) {
  const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(file);
  const manifest = createRequire(join(cwd(), "package.json")).resolve(`${name}/package.json`);
  return relative(cwd(), join(dirname(manifest), file.slice(name.length)));
}
