import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workspaceRoot } from "./published/workspace-root.ts";
import { startRegistry } from "./rehearsal/registry.ts";
import { rehearse } from "./rehearsal/rehearsal.ts";
import { Steps } from "./rehearsal/steps.ts";

// Rehearses a release, from raised versions to an update on the machine of who uses it, against a registry of this machine.
// What is not ours comes from the registry that npm is set to. Nothing of it is left behind.
const longest = 50 * 60_000;

const folder = mkdtempSync(join(tmpdir(), "drawbridge-rehearsal-"));
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => stop.abort(new Error(`ended by ${signal}`)));
const limit = setTimeout(() => stop.abort(new Error(`not done after ${longest / 60_000} minutes`)), longest);
const steps = new Steps();
try {
  const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const registry = await startRegistry(folder, upstream);
  try {
    await rehearse({ root: workspaceRoot, folder, registry: registry.url, steps, signal: stop.signal });
    steps.finish("Everything is released, installed, added and updated.");
  } finally {
    await registry.close();
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  clearTimeout(limit);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
