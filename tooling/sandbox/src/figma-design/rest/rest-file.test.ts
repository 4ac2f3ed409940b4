import { describe, expect, it } from "vitest";
import { FigmaDescription } from "../../figma/description/figma-description.ts";
import { sprout } from "../sprout/sprout.ts";
import { restFile } from "./rest-file.ts";
import { restVariables } from "./rest-variables.ts";

describe("a generated design", () => {
  it("is what Figma describes its API to answer", () => {
    const description = new FigmaDescription();
    const faults = (path: string, body: unknown) => {
      const found = description.find("GET", path);
      if (found === undefined) throw new Error(`Nothing is described for ${path}`);
      return description
        .answerErrors(found, 200, body)
        ?.map(({ instancePath, message }) => `${instancePath} ${message}`);
    };
    for (const revised of [false, true]) {
      const design = sprout({ revised });
      expect(faults("/v1/files/KEY", restFile(design))).toEqual([]);
      expect(faults("/v1/files/KEY/variables/local", restVariables(design))).toEqual([]);
    }
  });
});
