import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileKinds } from "./file-address.ts";
import { nodeId } from "./node-id.ts";
import { parseAddress } from "./parse-address.ts";

const key = "AbCdEfGhIjKlMnOpQrStUv";
const branch = "ZyXwVuTsRqPoNmLkJiHgFe";

describe("an address of Figma's", () => {
  it.each([
    [key, { key }],
    [`https://www.figma.com/file/${key}/Shop?node-id=1%3A2`, { key, kind: "file", node: "1:2" }],
    [`https://www.figma.com/design/${key}/Shop?node-id=12-34&t=abc-1`, { key, kind: "design", node: "12:34" }],
    [`https://figma.com/design/${key}`, { key, kind: "design" }],
    [`figma.com/design/${key}/Shop`, { key, kind: "design" }],
    [` https://www.figma.com/design/${key}/Shop \n`, { key, kind: "design" }],
    [`https://www.figma.com/proto/${key}/Shop?page-id=0%3A1&node-id=1-2`, { key, kind: "proto", node: "1:2" }],
    [`https://www.figma.com/board/${key}/Ideas`, { key, kind: "board" }],
    [`https://www.figma.com/slides/${key}/Talk`, { key, kind: "slides" }],
    [`https://www.figma.com/deck/${key}/Talk`, { key, kind: "deck" }],
    [`https://www.figma.com/make/${key}/App`, { key, kind: "make" }],
    [
      `https://www.figma.com/design/${key}/branch/${branch}/Shop?node-id=1-2`,
      { key: branch, mainKey: key, kind: "design", node: "1:2" },
    ],
    [`https://www.figma.com/design/${key}/Shop?node-id=I1-2%3B3-4`, { key, kind: "design", node: "I1:2;3:4" }],
    [
      `https://www.figma.com/design/${key}/Shop?version-id=2300000001000003`,
      { key, kind: "design", version: "2300000001000003" },
    ],
    [`https://embed.figma.com/design/${key}/Shop?embed-host=share`, { key, kind: "design" }],
    [
      `https://www.figma.com/embed?embed_host=share&url=${encodeURIComponent(`https://www.figma.com/file/${key}/Shop?node-id=1-2`)}`,
      { key, kind: "file", node: "1:2" },
    ],
    [`figma://design/${key}/Shop?node-id=1-2`, { key, kind: "design", node: "1:2" }],
    [`https://www.figma-gov.com/design/${key}/Shop`, { key, kind: "design" }],
    [`https://www.figma.com/design/${key}/Shop?node-id=`, { key, kind: "design" }],
  ])("%s is read", (address, expected) => {
    expect(parseAddress(address)).toEqual(expected);
  });

  it.each([
    ["", "neither a file's key nor an address"],
    ["Shop", "neither a file's key nor an address"],
    [`https://example.com/design/${key}`, "not an address of figma.com"],
    [`https://figma.com.evil.example/design/${key}`, "not an address of figma.com"],
    [`https://evil.example/?u=figma.com/design/${key}`, "not an address of figma.com"],
    ["https://www.figma.com/files/team/41/Lamps", "no address of a file"],
    ["https://www.figma.com/community/file/1234567890/Kit", "a page of the Community"],
    ["https://www.figma.com/design/short/Shop", "no file's key behind /design/"],
    [`https://www.figma.com/design/${key}/branch/x/Shop`, "no branch's key"],
    [`https://www.figma.com/design/${key}/Shop?node-id=home`, "a node-id that is none"],
    [`https://www.figma.com/design/${key}/Shop?version-id=last`, "a version-id that is no number"],
    [`https://www.figma.com/design/${key}%2F..%2Fme/Shop`, "no file's key"],
  ])("%s says why it is none", (address, problem) => {
    expect(parseAddress(address)).toEqual({ problem: expect.stringContaining(problem) });
  });

  const keys = fc.stringMatching(/^[0-9A-Za-z]{10,40}$/);
  const nodes = fc
    .tuple(fc.nat(), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }), fc.boolean())
    .map(([first, second, more, isInstance]) => {
      const ids = [[first, second] as const, ...more].map(([one, other]) => `${one}:${other}`).join(";");
      return `${isInstance ? "I" : ""}${ids}`;
    });
  const titles = fc.string({ unit: "grapheme", maxLength: 30 }).map((title) => encodeURIComponent(title));

  it("gives back the key and the node that any address was made of, however it writes them", () => {
    fc.assert(
      fc.property(
        ...([fc.constantFrom(...fileKinds), keys, fc.option(keys), titles, fc.option(nodes), fc.boolean()] as const),
        (kind, main, other, title, node, isDashed) => {
          const path = other === null ? main : `${main}/branch/${other}`;
          const id =
            node === null ? "" : `?node-id=${encodeURIComponent(isDashed ? node.replaceAll(":", "-") : node)}&t=1`;
          // A title that reads as the word for branches is Figma's own affair.
          fc.pre(title !== "branch");
          expect(parseAddress(`https://www.figma.com/${kind}/${path}/${title}${id}`)).toEqual({
            key: other ?? main,
            kind,
            ...(other === null ? {} : { mainKey: main }),
            ...(node === null ? {} : { node }),
          });
        },
      ),
    );
  });

  it("never gives a key that could lead elsewhere in the API, whatever it is made of", () => {
    const words = fc.constantFrom(
      "https://",
      "www.figma.com",
      "/design/",
      key,
      "/branch/",
      "..",
      "%2e",
      "%2F",
      "?",
      "#",
      "@",
      ":",
      ";",
      "\\",
      "node-id=",
      "1-2",
      " ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join("")),
        ),
        (text) => {
          const read = parseAddress(text);
          if ("problem" in read) return;
          expect(read.key).toMatch(/^[0-9A-Za-z]+$/);
          expect(read.node ?? "1:2").toMatch(/^I?[-\d:;]+$/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a node's id", () => {
  it.each([
    ["1:2", "1:2"],
    ["1-2", "1:2"],
    ["I5-6;7-8", "I5:6;7:8"],
    ["-1:2", "-1:2"],
    ["0:1", "0:1"],
  ])("%s is %s", (text, id) => {
    expect(nodeId(text)).toBe(id);
  });

  it.each(["", "12", "a:b", "1:2,3:4", "1:2/../..", "1:2;", ":", "1:2 "])("%j is none", (text) => {
    expect(nodeId(text)).toBeUndefined();
  });
});
