import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFault } from "./name-fault.ts";
import { newFiles } from "./new-files.ts";
import { systemFault } from "./system-fault.ts";

const template = fileURLToPath(new URL("../template", import.meta.url));
const versions = {
  ...{ "@drawbridge/core": "^1.2.3", "@drawbridge/testkit": "^1.2.3", "@drawbridge/bundle": "^1.2.3" },
  ...{
    "@drawbridge/typescript": "^1.2.3",
    "@types/node": "^20.0.0",
    typescript: "^7.0.0",
    vitest: "^4.0.0",
    zod: "^4.0.0",
  },
};
const wanted = { name: "acme", system: "Acme", packageName: "mcp-acme", folder: "/acme", isInside: false };

describe("the files of a new connector", () => {
  it("know nothing of what they were made from", () => {
    const files = newFiles(template, wanted, versions);
    expect([...files].filter(([path, text]) => /quill|harbour/i.test(path + text))).toEqual([]);
  });

  it("depend on published versions where they stand alone", () => {
    const text = newFiles(template, wanted, versions).get("package.json") ?? "";
    expect(text).not.toMatch(/workspace:|catalog:|"private"/);
    expect(JSON.parse(text)).toMatchObject({
      name: "mcp-acme",
      dependencies: { "@drawbridge/core": "^1.2.3", zod: "^4.0.0" },
      bin: { "mcp-acme": "./dist/cli.js" },
      mcpName: "io.github.your-account/acme",
    });
  });

  it("are held together by the workspace within the repository", () => {
    const inside = { ...wanted, packageName: "@drawbridge/acme", isInside: true };
    const files = newFiles(template, inside, {});
    expect(files.has("vitest.config.ts")).toBe(false);
    expect(JSON.parse(files.get("package.json") ?? "")).toMatchObject({
      name: "@drawbridge/acme",
      bin: { "drawbridge-acme": "./dist/cli.js" },
      repository: { directory: "packages/acme" },
      exports: { ".": { "@drawbridge/source": "./src/index.ts" } },
      dependencies: { "@drawbridge/core": "workspace:^", zod: "catalog:" },
    });
  });

  it("are as many for every name, and hold what was asked for", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("-"));
    const usual = newFiles(template, wanted, versions).size;
    fc.assert(
      fc.property(
        name.filter((one) => nameFault(one) === undefined),
        fc.string({ unit: "grapheme" }).filter((one) => systemFault(one) === undefined),
        (one, system) => {
          const files = newFiles(template, { ...wanted, name: one, system }, versions);
          expect(files.size).toBe(usual);
          expect(files.get(`src/api/${one}.ts`)).toContain(`${one.split("-").join("_").toUpperCase()}_TOKEN`);
          expect(files.get("src/connector.ts")).toContain(`title: "${system}"`);
        },
      ),
      { numRuns: 30 },
    );
  });
});
