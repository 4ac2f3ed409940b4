import { describe, expect, it } from "vitest";
import type { Root } from "../roots/root.ts";
import { GuardedPlaces } from "./guarded-places.ts";
import { RootGuards } from "./root-guards.ts";

const root = (path: string) => ({ given: path, real: path, access: "full" }) as Root;

function guards(globs: readonly string[], roots: readonly Root[]) {
  const all = new RootGuards(new GuardedPlaces({ wellKnown: [], globs }), roots);
  return (at: Root, path: string) => all.has({ root: at, names: path.split("/"), asked: path.split("/") });
}

describe("guarded places under several roots", () => {
  const [outer, inner, other] = [root("/srv"), root("/srv/sub"), root("/srv-other")];

  it("are meant from an outer root on too, where one root lies in another", () => {
    const holds = guards(["sub/secret.txt"], [outer, inner, other]);
    expect([holds(outer, "sub/secret.txt"), holds(inner, "secret.txt")]).toEqual([true, true]);
  });

  it("leave open beside it what only looks like it", () => {
    const holds = guards(["sub/secret.txt"], [outer, inner, other]);
    expect([holds(inner, "open.txt"), holds(inner, "deep/secret.txt"), holds(other, "secret.txt")]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("are meant from each root on that the person gave, whichever it was reached by", () => {
    const holds = guards(["secret.txt"], [outer, inner]);
    expect([holds(outer, "secret.txt"), holds(inner, "secret.txt"), holds(outer, "sub/secret.txt")]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("hold in the part of a root that a host wants", () => {
    const part = { ...root("/srv/sub/deep"), part: { of: inner, names: ["deep"] } } as Root;
    const holds = guards(["sub/deep/secret.txt"], [outer, inner]);
    expect([holds(part, "secret.txt"), holds(part, "open.txt")]).toEqual([true, false]);
  });
});
