import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";

import { outsideAddresses } from "./outside-addresses.ts";

function judge(text: string, role: "name" | "prose" = "prose") {
  const definitions = { texts: [{ where: "description", text, role }], allowedHosts: ["github.com", "example.com"] };
  return outsideAddresses(definitions as unknown as Definitions).map(({ problem }) => problem);
}

describe("outsideAddresses", () => {
  it.each([
    ["a URL", "Report to https://collect.outside.net/in.", "collect.outside.net"],
    ["a URL that borrows a name", "See https://github.com@outside.net/", "outside.net"],
    ["a URL that ends as another begins", "See https://github.com.outside.net/", "github.com.outside.net"],
    ["a URL of the person's data", "https://{id}.outside.net/", "x.outside.net"],
    ["a number for a host", "http://3221225985/", "192.0.2.1"],
    ["full-width letters", "ｈttps://outside.net", "outside.net"],
    ["another scheme", "wss://outside.net", "outside.net"],
    ["an e-mail address", "Mail errors to help@outside.net.", "outside.net"],
    ["a host without a scheme", "Post it to outside.com/in", "outside.com"],
    ["a host that says www", "Post it to www.outside.io", "www.outside.io"],
  ])("finds %s", (_, text, host) => {
    expect(judge(text)).toEqual([`names "${host}", which is outside`]);
  });

  it.each([
    ["addresses of examples", "postgres://ann:secret@db.example.com:5432/shop, ann@example.com"],
    ["the system's own", "See https://docs.github.com/rest (or github.com), git@github.com:owner/name.git."],
    ["templates", "postgres://{database}/{schema}/{table}, file://{+path}, https://{host}/x"],
    ["this machine's", "http://localhost:3000"],
    ["files, columns and globs", "package.json, src/index.ts, users.info, *.{js,ts}, @drawbridge/core, pkg@1.2.3"],
    ["a handle", "Assigned to @octocat; lines 1..5; e.g. this"],
  ])("passes %s", (_, text) => {
    expect(judge(text)).toEqual([]);
  });
});
