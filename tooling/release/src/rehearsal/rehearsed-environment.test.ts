import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { rehearsedEnvironment, releasingEnvironment } from "./rehearsed-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));

const registry = "http://127.0.0.1:4873/";
const outer = {
  PATH: "/usr/bin",
  HOME: "/home/ada",
  GITHUB_TOKEN: "secret",
  npm_config_registry: "https://elsewhere.example.com/",
  PNPM_CONFIG_REGISTRY: "https://elsewhere.example.com/",
};

it("gives who installs nothing of this machine but its programs", () => {
  const { NPM_CONFIG_USERCONFIG: settings = "", ...rest } = rehearsedEnvironment(folder, registry, outer);
  expect(Object.values(rest).filter((value) => value !== undefined)).toEqual(["/usr/bin", join(folder, "home")]);
  expect(readFileSync(settings, "utf8")).toContain(`registry=${registry}\n`);
  expect(readFileSync(settings, "utf8")).toContain(`cache=${join(folder, "npm-cache")}\n`);
});

it("has who releases ask and publish to no other registry", () => {
  const environment = releasingEnvironment("/settings", registry, outer);
  expect(environment).toMatchObject({ HOME: "/home/ada", NPM_CONFIG_USERCONFIG: "/settings" });
  expect(Object.values(environment).join(" ")).not.toContain("elsewhere");
  expect(environment.npm_config_registry).toBe(registry);
});
