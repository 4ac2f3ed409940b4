import { expect, it } from "vitest";
import { schemaProblems } from "./schema-problems.ts";

const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", example: "site" }, url: { type: "string", format: "uri" } },
};

it("finds nothing in what the schema allows", () => {
  expect(schemaProblems(schema, { name: "site", url: "https://example.com/" })).toEqual([]);
});

it("tells of everything that it does not allow, with its place", () => {
  expect(schemaProblems(schema, { url: "no address" })).toEqual([
    expect.stringMatching(/^\/ .*name/),
    expect.stringMatching(/^\/url .*uri/),
  ]);
});
