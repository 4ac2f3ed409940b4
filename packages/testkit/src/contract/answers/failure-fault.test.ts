import { expect, it } from "vitest";
import { failureFault } from "./failure-fault.ts";

it.each([
  ["invalid_input", "invalid_input: the path has a NUL byte, which no file name can have"],
  ["not_found", "There is no jar of that name; pantry_list has them all"],
])("finds nothing in a failure that says what was wrong: %s", (code, message) => {
  expect(failureFault(code, message)).toBeUndefined();
});

it.each([
  ["internal", "internal: Something failed inside the server", /^ended as internal: Something/],
  ["timeout", "The call took over 5 s", /^ended as timeout: The call/],
  ["cancelled", "The call was cancelled.", /^ended as cancelled/],
  [undefined, "Something failed", /no code of ours/],
  ["not_there", "There is no jar of that name", /no code of ours/],
  ["refused", "refused: no", /said no more/],
  ["invalid_input", "Expected a name and received [object Object]", /insides/],
  ["invalid_input", "Error: name is wrong\n    at open (jar.ts:1:1)", /insides/],
])("finds fault with %s: %s", (code, message, fault) => {
  expect(failureFault(code, message)).toMatch(fault);
});
