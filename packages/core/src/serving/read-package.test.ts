import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { readPackage } from "./read-package.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: object): URL {
  const file = join(folder, "package.json");
  writeFileSync(file, JSON.stringify(content));
  return pathToFileURL(file);
}

it("finds the command's name beside name and version", () => {
  const bin = { "drawbridge-shelf": "dist/cli.js" };
  expect(readPackage(written({ name: "@drawbridge/shelf", version: "1.2.3", bin }))).toEqual({
    name: "@drawbridge/shelf",
    version: "1.2.3",
    command: "drawbridge-shelf",
  });
});

it("calls a package without a command by its own name", () => {
  expect(readPackage(written({ name: "shelf", version: "1.0.0" })).command).toBe("shelf");
});
