import { figmaKeys, startFigma } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { describeSmoke } from "../live/describe-smoke.ts";

describe("what test:live asks, of the stand", async () => {
  const stand = await startFigma();
  afterAll(() => stand[Symbol.asyncDispose]());
  describeSmoke(
    { argv: ["--api-url", stand.url, "--cache", "memory"], environment: { FIGMA_TOKEN: stand.token } },
    `https://www.figma.com/design/${figmaKeys.shop}/Shop`,
  );

  it("is asked as Figma describes it, changes nothing, and costs two requests of Tier 1", () => {
    expect(stand.violations).toEqual([]);
    expect(stand.requests.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(stand.requests.filter(({ path }) => /^\/v1\/(files\/\w+(\?|$)|images\/)/.test(path))).toHaveLength(2);
  });
});
