import { UriTemplate as SdkTemplate } from "@modelcontextprotocol/server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UriTemplate } from "./uri-template.ts";

const contents = new UriTemplate("repo://{owner}/{repo}/contents{/path*}");

describe("UriTemplate", () => {
  it.each([
    "repo://acme/site/contents",
    "repo://acme/site/contents/a",
    "repo://acme/site/contents/a/b,c/d e?#é",
    "repo://acme/site/contents/a%2Fb/%2e%2e",
    "repo://acme/site/contents/contents/contents",
    // What is wrong with an empty segment or a step upwards is for the resource to say.
    "repo://acme/site/contents/",
    "repo://acme/site/contents//a/../b",
  ])("takes any number of segments where they are exploded: %s", (uri) => {
    expect(contents.matches(uri)).toBe(true);
  });

  it.each([
    "repo://acme/site/content",
    "repo://acme/site/contentsa",
    "repo://acme/site/contents%2Fa",
    "repo://acme/site/CONTENTS/a",
    "repo://acme//contents/a",
    "repo:///site/contents/a",
    "repo://acme/site/more/contents/a",
    "repo://a,b/site/contents",
    "https://repo://acme/site/contents",
    " repo://acme/site/contents",
    "",
  ])("is not of others: %s", (uri) => {
    expect(contents.matches(uri)).toBe(false);
  });

  it("may have text behind each kind of expression", () => {
    const branch = new UriTemplate("repo://{owner}/{repo}/refs/{ref}/contents{/path*}");
    expect(branch.matches("repo://acme/site/refs/a%2Fb/contents/contents")).toBe(true);
    expect(branch.matches("repo://acme/site/refs/a/b/contents/c")).toBe(false);
    const archive = new UriTemplate("x:{+path}{/more*}.zip");
    expect(["x:a.zip", "x:a/b.zip.zip", "x:a/b", "x:.zip"].map((uri) => archive.matches(uri))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("names its variables in their order", () => {
    expect(contents.variables).toEqual(["owner", "repo", "path"]);
    expect(new UriTemplate("shelf://readme").variables).toEqual([]);
  });

  it.each(["x:{?a}", "x:{a,b}", "x:{/a}", "x:{a*}", "x:{}", "x:{a", "x:a}", "x:{#a}", "x:{a:3}"])(
    "is not made of what it does not know: %s",
    (template) => {
      expect(() => new UriTemplate(template)).toThrow(template);
    },
  );

  it.each([
    "postgres://{database}/{schema}/{relation}",
    "postgres://{database}/channels/{channel}",
    "file://{+path}",
    "drawbridge://filesystem/changes?since={cursor}",
    "github://trust",
    "test://template/{id}/data",
  ])("takes the addresses that the SDK's takes: %s", (template) => {
    const [ours, theirs] = [new UriTemplate(template), new SdkTemplate(template)];
    const begin = template.split("{", 1)[0] ?? "";
    const unit = fc.constantFrom(..."/,a.%?#{}\n\r\u2028\\é\ud800\0", "👩", "channels", "/data", "%2F");
    const address = fc.tuple(fc.constantFrom(begin, template, ""), fc.string({ unit, maxLength: 12 }));
    fc.assert(
      fc.property(address, ([first, rest]) => {
        expect(ours.matches(first + rest)).toBe(theirs.match(first + rest) !== null);
      }),
      { numRuns: 500 },
    );
  });

  it("takes every address that its expressions make", () => {
    const value = fc.string({ unit: fc.constantFrom(..."aé/,% .?"), minLength: 1 }).map(encodeURIComponent);
    fc.assert(
      fc.property(value, value, fc.array(value), (owner, repo, path) => {
        const segments = path.map((segment) => `/${segment}`).join("");
        expect(contents.matches(`repo://${owner}/${repo}/contents${segments}`)).toBe(true);
      }),
    );
  });

  it("looks at each character of a hostile address once", () => {
    let looks = 0;
    const hostile = `x:${"a/".repeat(5000)}!`;
    const counted = Object.create(String.prototype, {
      length: { value: hostile.length },
      charAt: {
        value(at: number) {
          looks += 1;
          return hostile.charAt(at);
        },
      },
    }) as string;
    expect(new UriTemplate("x:{+a}/{+b}/{+c}/{+d}{/e*}/{+f}?").matches(counted)).toBe(false);
    expect(looks).toBe(hostile.length);
  });
});
