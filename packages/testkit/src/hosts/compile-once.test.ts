import { AjvJsonSchemaValidator } from "@modelcontextprotocol/client/validators/ajv";
import { expect, it } from "vitest";
import { compileOnce } from "./compile-once.ts";

const text = { type: "string" } as const;

it("compiles equal schemas once, and others apart", () => {
  const validators = compileOnce(new AjvJsonSchemaValidator());
  const isText = validators.getValidator(text);
  expect(validators.getValidator({ ...text })).toBe(isText);
  expect(isText("a").valid).toBe(true);
  expect(isText(1).valid).toBe(false);
  expect(validators.getValidator({ type: "number" })(1).valid).toBe(true);
});
