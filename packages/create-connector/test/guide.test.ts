import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { guideSteps } from "./stand/guide-steps.ts";
import { packed } from "./stand/packed.ts";

const guide = new URL("../../../docs/contributing/add-a-connector.md", import.meta.url);
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

const base = mkdtempSync(join(tmpdir(), "drawbridge-guide-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** What the guide takes from the registry comes from this very tree. */
function here(command: string, tarballs: readonly string[]): string {
  return command
    .replace("npm create @drawbridge/connector@latest", `"${process.execPath}" "${cli}"`)
    .replace(/(clock) -- --yes$/, "$1 --yes")
    .replace(/^npm install$/, `npm install --prefer-offline --no-audit --no-fund ${tarballs.join(" ")}`);
}

describe("the guide to a new connector", () => {
  it("leads from nothing to a package, whose contract holds", { timeout: 400_000 }, () => {
    const tarballs = packed(base);
    let folder = base;
    const printed = new Map<string, string>();
    for (const step of guideSteps(readFileSync(guide, "utf8"))) {
      if ("write" in step) {
        mkdirSync(dirname(join(folder, step.write)), { recursive: true });
        writeFileSync(join(folder, step.write), step.content);
      } else if (step.run.startsWith("cd ")) {
        folder = join(folder, step.run.slice("cd ".length));
      } else {
        const environment = {
          ...process.env,
          NODE_OPTIONS: "",
          VITEST: "",
          CI: "true",
          NO_COLOR: "1",
          FORCE_COLOR: undefined,
        };
        const { status, stdout, stderr } = spawnSync(here(step.run, tarballs), {
          ...{ cwd: folder, shell: true, encoding: "utf8", env: environment },
        });
        expect(status, `${step.run}\n${stdout}\n${stderr}`).toBe(0);
        printed.set(step.run, stdout + stderr);
      }
    }
    expect(printed.get("npm test")).toMatch(/Test Files.* 2 passed/);
    expect(printed.get("node dist/cli.js --help")).toContain("CLOCK_TOKEN");
    expect(printed.get("node dist/cli.js --check")).toContain("time");
    expect(printed.get("npm pack --dry-run")).toContain("dist/definitions.lock.json");
    const told = execFileSync(process.execPath, [join(folder, "dist", "cli.js"), "--list-tools"], { encoding: "utf8" });
    expect(told).toContain("clock_now");
  });
});
