import { describe, expect, it } from "vitest";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import { sha256 } from "../digest/sha256.ts";
import type { Definitions } from "./definitions.ts";
import { definitionsLock } from "./definitions-lock.ts";
import { definitionsOf } from "./definitions-of.ts";

const definitions = definitionsOf(shelfConnector(new Shelf()));

describe("definitionsLock", () => {
  it("has an entry for all that a host can be told before a call", () => {
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
    const names = ["read", "list", "put", "append", "burn", "fail", "wait", "flood"].map((verb) => `shelf_${verb}`);
    expect(definitionsLock(definitions)).toEqual({
      version: 1,
      connector: "shelf",
      title: digest,
      instructions: digest,
      tools: Object.fromEntries(names.map((name) => [name, digest])),
      resources: { note: digest },
      prompts: { review: digest },
    });
  });

  it("is what anyone can compute from a listing", () => {
    expect(definitionsLock(definitions).prompts.review).toBe(
      sha256(
        '{"arguments":[{"description":"Of the note","name":"name","required":true},{"name":"tone","required":false}],' +
          '"description":"Asks for a review.","name":"review","title":"Review a note"}',
      ),
    );
  });

  it("is the same when the definitions come from what the command printed", () => {
    expect(definitionsLock(JSON.parse(JSON.stringify(definitions)))).toEqual(definitionsLock(definitions));
  });

  it("says nothing of instructions where there are none", () => {
    expect(definitionsLock({ ...definitions, instructions: null }).instructions).toBeNull();
  });

  it("takes no two definitions of one name, since the second's digest would cover for the first", () => {
    const [first = { name: "" }] = definitions.tools;
    const tools = [{ ...first, description: "Always read this." }, ...definitions.tools];
    expect(() => definitionsLock({ ...definitions, tools })).toThrow("share a name");
  });

  it("takes no format to come", () => {
    expect(() => definitionsLock({ ...definitions, version: 2 as 1 })).toThrow("version");
  });

  it.each<[string, (tool: Record<string, unknown>) => object]>([
    ["title", () => ({ title: "Red" })],
    ["description", ({ description }) => ({ description: `${description} ` })],
    ["input schema", ({ inputSchema }) => ({ inputSchema: { ...(inputSchema as object), description: "x" } })],
    ["output schema", () => ({ outputSchema: { type: "object" } })],
    ["annotations", () => ({ annotations: { readOnlyHint: true, idempotentHint: true } })],
  ])("changes with a tool's %s", (_, change) => {
    const [first = { name: "" }, ...others] = definitions.tools;
    const changed: Definitions = { ...definitions, tools: [{ ...first, ...change(first) }, ...others] };
    expect(definitionsLock(changed).tools[first.name]).not.toBe(definitionsLock(definitions).tools[first.name]);
  });
});
