import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RepositoryScope } from "../scope/repository-scope.ts";
import { scopedQuery } from "./scoped-query.ts";
import { searchKinds } from "./search-kinds.ts";

const scope = new RepositoryScope(["acme/site", "tools/*"]);
const asked = (query: string, within = scope) => scopedQuery(query, searchKinds.issues, within);

describe("a query within a scope", () => {
  it.each([
    ["sums", "repo:acme/site user:tools sums is:issue"],
    ["sums repo:acme/site", "repo:acme/site sums is:issue"],
    ["REPO:Acme/Site sums", "REPO:Acme/Site sums is:issue"],
    ["org:tools sums", "org:tools sums is:issue"],
    ['"repo:acme/vault" sums', 'repo:acme/site user:tools "repo:acme/vault" sums is:issue'],
    ['label:"help wanted" -label:bug', 'repo:acme/site user:tools label:"help wanted" -label:bug is:issue'],
    ["true or false", 'repo:acme/site user:tools true "or" false is:issue'],
    ["moat OR repo:acme/site", 'repo:acme/site moat "OR" is:issue'],
    ["re\u200Bpo:acme/vault moat", "repo:acme/site user:tools re po:acme/vault moat is:issue"],
  ])("is asked within it: %s", (query, sent) => {
    expect(asked(query)).toBe(sent);
  });

  it.each([
    "repo:acme/vault moat",
    "moat Repo:ACME/vault",
    "moat\trepo:acme/vault",
    "moat\u00A0repo:acme/vault",
    "moat ｒｅｐｏ:acme/vault",
    "moat repo：acme/vault",
    'moat repo:"acme/vault"',
    "moat repo:acme/site,acme/vault",
    "moat repo:acme/*",
    "moat repo:acme/site/../vault",
    "moat -repo:acme/site",
    "org:acme moat",
    "user:acme moat",
    "owner:acme moat",
    "enterprise:acme moat",
    "(moat) OR (sums)",
    '"moat',
    '"moat\\"',
    "“moat",
  ])("is refused where it would lead out of it, or could: %s", (query) => {
    expect(() => asked(query)).toThrow();
  });

  it("is whole where there is no scope, and where it is about no repository", () => {
    expect(asked("moat OR (repo:acme/vault", new RepositoryScope([]))).toBe("moat OR (repo:acme/vault is:issue");
    expect(scopedQuery("ada OR ben", searchKinds.users, scope)).toBe("ada OR ben type:user");
  });

  it("wants a repository named where the scope is of many", () => {
    const many = new RepositoryScope(Array.from({ length: 30 }, (_, number) => `acme/site-${number}`));
    expect(() => asked("sums", many)).toThrow("repo:acme/site-0");
    expect(asked("repo:acme/site-7 sums", many)).toBe("repo:acme/site-7 sums is:issue");
  });

  it("never names a place outside of it, whatever its text is made of", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "repo:",
        "REPO:",
        "-repo:",
        "org:",
        "user:",
        "owner:",
        "acme/vault",
        "acme/site",
        "acme",
        "tools",
      ),
      fc.constantFrom('"', "(", ")", " ", "\t", "\u00A0", "\u200B", "\\", "OR", "or", "NOT", "-", ":", "“", "ｒ", "，"),
      fc.string({ maxLength: 4, unit: "grapheme" }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const sent = sentFor(pieces.join(""));
        if (sent === undefined) return;
        // Read from its beginning: the places come first, so that no quote can take them in.
        const [first = ""] = sent.split(" ");
        expect(first).toMatch(/^(repo:acme\/site|(user|org|repo):tools(\/\S+)?)$/i);
        const unquoted = sent.replace(/"[^"]*"/g, '""');
        expect(unquoted).not.toMatch(/["()\\](?<!"")(?!")/);
        for (const [, sort = "", value = ""] of unquoted.matchAll(/(?:^|\s)-?(repo|org|user|owner):(\S*)/gi))
          expect(`${sort}:${value}`.toLowerCase()).toMatch(/^(repo:acme\/site|repo:tools\/[\w.-]+|(user|org):tools)$/);
        expect(unquoted).not.toMatch(/(^|\s)(or|and)(\s|$)/i);
      }),
      { numRuns: 500 },
    );
  });
});

function sentFor(query: string): string | undefined {
  try {
    return asked(query);
  } catch {
    return undefined;
  }
}
