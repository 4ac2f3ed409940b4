#!/usr/bin/env node
// Run in a connector's package: bundles src/cli.ts, core and every pure-JavaScript dependency into dist/cli.js, and what
// is imported later into dist/later/. What carries native code or WASM stays outside: package.json names it under
// "bundle": { "external": [] }. What a connector's program tells hosts goes into dist/definitions.lock.json.
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { collectLicences } from "./collect-licences.js";
import { writeLock } from "./write-lock.js";

const program = "dist/cli.js";
const lock = "dist/definitions.lock.json";
const { bundle = {}, mcpName } = JSON.parse(readFileSync("package.json", "utf8"));

rmSync("dist/later", { recursive: true, force: true });
rmSync(lock, { force: true });

const { metafile } = await build({
  entryPoints: ["src/cli.ts"],
  outdir: "dist",
  bundle: true,
  // What `tools/list` does not need is imported by `import()`, and only then read from a file of its own.
  splitting: true,
  chunkNames: "later/[name]-[hash]",
  platform: "node",
  format: "esm",
  target: "node20.19",
  conditions: ["@drawbridge/source"],
  external: bundle.external ?? [],
  define: { DRAWBRIDGE_DEFINITIONS_LOCK: JSON.stringify(lock) },
  alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("no-validator.js", import.meta.url)) },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  metafile: true,
  // Bundled CommonJS dependencies ask for Node's own modules by `require`, which ES modules lack.
  banner: {
    js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
  },
  logLevel: "warning",
});

chmodSync(program, 0o755);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", collectLicences(Object.keys(metafile.inputs)));

// What has a name in the registry of MCP servers serves, and is held to what it tells hosts.
if (mcpName) writeLock(program, lock);
