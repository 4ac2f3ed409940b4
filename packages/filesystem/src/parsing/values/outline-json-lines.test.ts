import { expect, it } from "vitest";
import { parsedText } from "../../../test/stand/parsed-text.ts";

it("counts the values of a file that has one a line, and shows the first", async () => {
  expect(await parsedText("json lines", '\n{"a":1}\n{"a":2}\n')).toEqual({
    facts: { records: 2 },
    text: "2: object of 1 key\n  2: a: number\n",
  });
  await expect(parsedText("json lines", '\n{"a":\n')).rejects.toThrow("broken at line 2");
  expect(await parsedText("json lines", "")).toEqual({ facts: { records: 0 }, text: "" });
});
