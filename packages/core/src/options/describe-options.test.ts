import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sampleOptions } from "../../test/sample-options.ts";
import { describeOptions } from "./describe-options.ts";
import { standardOptions } from "./standard-options.ts";

const described = new Map(describeOptions(sampleOptions()).map((option) => [option.key, option]));

describe("describeOptions", () => {
  it("makes flag and variable from the key", () => {
    expect(described.get("maxFileBytes")).toMatchObject({
      name: "max-file-bytes",
      environment: ["DRAWBRIDGE_MAX_FILE_BYTES"],
    });
  });

  it("puts the ecosystem's variables after our own", () => {
    expect(described.get("token")?.environment).toEqual(["DRAWBRIDGE_TOKEN", "SAMPLE_TOKEN"]);
  });

  it.each([
    ["deny", "list"],
    ["maxFileBytes", "number"],
    ["followLinks", "boolean"],
    ["mode", "text"],
  ])("sees through defaults that %s is a %s", (key, kind) => {
    expect(described.get(key)?.kind).toBe(kind);
  });

  it("shows the choices of an enumeration, and defaults in words", () => {
    expect(described.get("mode")).toMatchObject({ placeholder: "fast|safe", defaultText: "safe" });
    expect(described.get("followLinks")?.defaultText).toBeUndefined();
  });

  it("knows what is required", () => {
    const options = z.object({});
    expect(describeOptions(options)).toEqual([]);
    expect(described.get("mode")?.required).toBe(false);
  });

  it("gives what belongs to the moment no variable", () => {
    const help = describeOptions(standardOptions).find(({ name }) => name === "help");
    expect(help?.environment).toEqual([]);
  });

  it("throws for a field that was not made with option(), since nobody could give it", () => {
    expect(() => describeOptions(z.object({ loose: z.string() }))).toThrow(
      "The option loose is not made with option()",
    );
  });
});
