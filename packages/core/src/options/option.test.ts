import { expect, it } from "vitest";
import * as z from "zod";
import { option } from "./option.ts";

it("refuses a schema that another option has, since only one of them would be described", () => {
  const shared = z.string();
  option(shared, { description: "first" });
  expect(() => option(shared, { description: "second" })).toThrow(
    "Two options share one schema; the second is: second",
  );
});
