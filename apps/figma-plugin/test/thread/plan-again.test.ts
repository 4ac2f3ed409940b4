import { describe, expect, it } from "vitest";
import { PluginStand } from "./plugin-stand.ts";

describe("a plan that comes twice", () => {
  const one = [{ op: "create", type: "RECTANGLE", ref: "$r" }];

  it("is done once and answered twice", async () => {
    const stand = new PluginStand();
    const [first, second] = await Promise.all([stand.apply(one, {}, "same-key-1"), stand.apply(one, {}, "same-key-1")]);
    expect(first.type).toBe("result");
    expect(second).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });

  it("is not done again by a plugin that was closed in between", async () => {
    const stand = new PluginStand();
    const first = await stand.apply(one, {}, "same-key-2");
    stand.plugin.close();
    stand.reopen();
    expect(await stand.apply(one, {}, "same-key-2")).toEqual(first);
    expect(stand.person.currentPage.children).toHaveLength(1);
  });
});
