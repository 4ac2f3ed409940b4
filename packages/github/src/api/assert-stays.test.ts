import { expect, it } from "vitest";
import { assertStays } from "./assert-stays.ts";

const at = (path: string) => () => assertStays(`https://api.example/${path}`);

it.each([
  "repos/acme/../contents",
  "repos/./x",
  "repos/acme/site/commits/..",
  "repos/%2e%2E/x",
  "repos/.%2e?a=b",
  "a\\..\\b",
])("refuses %s, which leads elsewhere", (path) => {
  expect(at(path)).toThrow("cannot be . or ..");
});

it.each(["repos/acme/.github/contents/..%2Fx", "repos/a/b/compare/main...next", "repos/a/b?path=..", "repos/a/..b"])(
  "lets %s be asked for",
  (path) => {
    expect(at(path)).not.toThrow();
  },
);
