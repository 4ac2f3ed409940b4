import { describe, expect, it } from "vitest";
import { openDryRun, sealDryRun } from "./dry-run-seal.ts";

const input = { sql: "UPDATE t SET a = $1 WHERE id = 1", params: [1] };
const place = { principal: "ann", database: "shop" };
const digest = sealDryRun("UPDATE 3", input, place);

describe("the digest of a dry run", () => {
  it("tells how the dry run came out", () => {
    expect(openDryRun(digest, { ...input }, { ...place })).toBe("UPDATE 3");
  });

  it.each([
    ["of another statement", digest, { ...input, sql: `${input.sql} ` }, place],
    ["with other params", digest, { ...input, params: ["1"] }, place],
    ["with no params", digest, { sql: input.sql }, place],
    ["of somebody else", digest, input, { ...place, principal: "bob" }],
    ["in another database", digest, input, { ...place, database: "crm" }],
    ["that was altered", `${digest.slice(0, -2)}AA`, input, place],
    ["that was made up", "b1946ac92492d2347c6235b4d2611184", input, place],
    ["that is empty", "", input, place],
  ])("is refused, with what to do, where it is one %s", (_, given, asked, at) => {
    expect(() => openDryRun(given, asked, at)).toThrow(
      expect.objectContaining({ code: "refused", message: expect.stringContaining("Make one with dry_run: true") }),
    );
  });
});
