import { expect, it } from "vitest";
import type { Access } from "./access.ts";
import { accessAdmits } from "./access-admits.ts";
import type { Effect } from "./effect.ts";

it.each<[Access, Effect, boolean]>([
  ["read", "read", true],
  ["read", "write", false],
  ["read", "destroy", false],
  ["write", "read", true],
  ["write", "write", true],
  ["write", "destroy", false],
  ["full", "read", true],
  ["full", "write", true],
  ["full", "destroy", true],
])("access %s towards the effect %s: %s", (access, effect, admitted) => {
  expect(accessAdmits(access, effect)).toBe(admitted);
});
