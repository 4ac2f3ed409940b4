import { describe, expect, it } from "vitest";
import type { Definitions } from "../definitions.ts";

import { longTexts } from "./long-texts.ts";

function judge(text: string, role: "name" | "prose" = "prose") {
  const definitions = { texts: [{ where: "description", text, role }], allowedHosts: ["github.com", "example.com"] };
  return longTexts(definitions as unknown as Definitions).map(({ problem }) => problem);
}

describe("longTexts", () => {
  it("finds a text of more than 2,000 characters", () => {
    expect(judge("word ".repeat(401))).toEqual(["is 2005 characters long"]);
  });

  it("passes a text of 2,000", () => {
    expect(judge("word ".repeat(400))).toEqual([]);
  });
});
