import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import { definitionsOf } from "./definitions-of.ts";
import { definitionsText } from "./definitions-text.ts";
import { verifyDefinitions } from "./verify-definitions.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));
const packageFile = pathToFileURL(join(folder, "package.json"));
writeFileSync(packageFile, '{ "name": "@drawbridge/shelf", "version": "1.0.0" }');

const definitions = definitionsOf(shelfConnector(new Shelf()));
const [first = { name: "" }, ...others] = definitions.tools;

function verify(lock: string): void {
  writeFileSync(join(folder, "lock.json"), lock);
  verifyDefinitions(definitions, packageFile, "lock.json");
}

describe("verifyDefinitions", () => {
  it("passes definitions that are those of the lock", () => {
    expect(() => verify(definitionsText(definitions))).not.toThrow();
  });

  it("passes what runs from source, which has no lock", () => {
    expect(() => verifyDefinitions(definitions, packageFile)).not.toThrow();
  });

  it.each<[string, object, string]>([
    ["a changed description", { tools: [{ ...first, description: "Reads." }, ...others] }, 'changed "tool shelf_read"'],
    ["a tool too many", { tools: others }, 'added "tool shelf_read"'],
    ["a tool too few", { tools: [...definitions.tools, { name: "shelf_dust" }] }, 'removed "tool shelf_dust"'],
    ["other instructions", { instructions: null }, 'added "instructions"'],
    ["another order", { tools: [...others, first] }, "in their order or layout"],
    ["several things", { title: "Board", prompts: [] }, 'added "prompt review"; changed "title"'],
    ["a great many things", { tools: [] }, '"tool shelf_burn" and 3 more.'],
    [
      "a name that would write lines of its own",
      { tools: [...definitions.tools, { name: "a\n\u001B[2K" }] },
      "a\\n⟦U+001B⟧",
    ],
  ])("refuses %s, and names it with the remedy in one line", (_, change, named) => {
    const refused = () => verify(definitionsText({ ...definitions, ...change }));
    expect(refused).toThrow(named);
    expect(refused).toThrow(/^refuses to run: [^\n]* Reinstall @drawbridge\/shelf\.$/);
  });

  it.each([
    ["is cut short", definitionsText(definitions).slice(0, -200)],
    ["is empty", ""],
    ["is another kind of JSON", '{"version":1,"tools":7}'],
    ["is of another format", definitionsText({ ...definitions, version: 2 as 1 })],
  ])("refuses a lock that %s", (_, text) => {
    expect(() => verify(text)).toThrow(/^refuses to run: lock\.json, .* cannot be read/);
  });

  it("refuses where the lock is missing", () => {
    expect(() => verifyDefinitions(definitions, packageFile, "gone.json")).toThrow(/gone\.json, .* cannot be read/);
  });
});
