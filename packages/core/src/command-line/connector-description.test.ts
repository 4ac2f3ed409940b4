import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineConnector } from "../define/define-connector.ts";
import { defineTool } from "../define/define-tool.ts";
import { option } from "../options/option.ts";
import { connectorDescription } from "./connector-description.ts";

const folder = mkdtempSync(join(tmpdir(), "description-"));
const manifest = join(folder, "package.json");
writeFileSync(manifest, JSON.stringify({ name: "@drawbridge/shed", version: "1.2.3" }));
afterAll(() => rmSync(folder, { recursive: true }));

function tool(name: string, effect: Parameters<typeof defineTool>[0]["effect"]) {
  return defineTool({
    name,
    title: name,
    description: name,
    effect,
    input: z.object({}),
    run: async () => ({ parts: [] }),
  });
}

const shed = defineConnector({
  name: "shed",
  title: "Shed",
  description: "Serves a shed.",
  examples: [["npx @drawbridge/shed", "serve it"]],
  package: pathToFileURL(manifest),
  options: z.object({
    key: option(z.string(), { description: "The key", secret: true, environment: ["SHED_KEY"] }),
    address: option(z.string().optional(), { description: "Where", positional: true, secretsWithin: () => [] }),
    doors: option(z.int().default(2), { description: "How many", placeholder: "<n>" }),
    sweep: option(z.boolean().optional(), { description: "Sweep it and exit", flagOnly: true }),
  }),
  open: async () => undefined,
  check: async () => ({}),
  tools: [
    tool("shed_look", "read"),
    tool("shed_tidy", { lowest: "write", highest: "destroy", of: () => "write" }),
    tool("shed_burn", "destroy"),
  ],
});

describe("the description of a connector", () => {
  const { options, ...rest } = connectorDescription(shed);

  it("says which package it is, and what each access brings", () => {
    expect(rest).toEqual({
      version: 1,
      name: "shed",
      title: "Shed",
      description: "Serves a shed.",
      package: "@drawbridge/shed",
      packageVersion: "1.2.3",
      examples: [["npx @drawbridge/shed", "serve it"]],
      tools: { read: ["shed_look"], write: ["shed_tidy"], destroy: ["shed_burn"] },
    });
  });

  it("says of each option how it is given, and whether it may hold a secret", () => {
    const own = options.filter(({ standard }) => !standard);
    expect(own.map(({ name, holdsSecrets, required }) => [name, holdsSecrets, required])).toEqual([
      ["key", true, true],
      ["address", true, false],
      ["doors", false, false],
    ]);
    expect(own[0]?.environment).toEqual(["DRAWBRIDGE_KEY", "SHED_KEY"]);
    expect(options.find(({ name }) => name === "access")).toMatchObject({ standard: true, kind: "text" });
  });

  it("is JSON, and leaves out what belongs to one run", () => {
    expect(JSON.parse(JSON.stringify({ ...rest, options }))).toEqual(
      expect.objectContaining({ options: expect.arrayContaining([expect.objectContaining({ name: "http" })]) }),
    );
    expect(options.map(({ name }) => name)).not.toEqual(expect.arrayContaining(["sweep"]));
    expect(options.map(({ name }) => name)).not.toEqual(expect.arrayContaining(["help"]));
  });
});
