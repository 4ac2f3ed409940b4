import { describe, expect, it } from "vitest";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import { defineConnector } from "./define-connector.ts";

const shelf = shelfConnector(new Shelf());

describe("defineConnector", () => {
  it("returns the declaration unchanged", () => {
    expect(defineConnector(shelf)).toBe(shelf);
  });

  it.each(["tools", "resources", "prompts"] as const)("refuses two %s of one name", (kind) => {
    const [first] = shelf[kind] ?? [];
    const twice = { ...shelf, [kind]: [first, first] };
    expect(() => defineConnector(twice)).toThrow(`shelf declares ${first?.name} twice`);
  });

  it.each(["key", "none"])("refuses a mode that no flag asks for: %s", (option) => {
    const modes = [{ option, async *run() {} }];
    expect(() => defineConnector({ ...shelf, modes } as never)).toThrow(`declares the mode ${option}`);
  });

  it("lets a tool, a resource and a prompt share a name, since they are called in different ways", () => {
    const named = <Named extends object>(declared: Named | undefined) => ({ ...declared, name: "note" }) as Named;
    const { tools, resources, prompts } = shelf;
    const same = {
      ...shelf,
      tools: [named(tools[0])],
      resources: [named(resources?.[0])],
      prompts: [named(prompts?.[0])],
    };
    expect(() => defineConnector(same as typeof shelf)).not.toThrow();
  });
});
