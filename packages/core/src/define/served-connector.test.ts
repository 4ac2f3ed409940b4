import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import { definitionsOf } from "../definitions/definitions-of.ts";
import { lockedDefinitions } from "../definitions/locked-definitions.ts";
import type { Connector } from "./connector.ts";
import { defineTool } from "./define-tool.ts";
import { servedConnector } from "./served-connector.ts";

const shelf = shelfConnector(new Shelf()) as unknown as Connector;

function bringing(...names: string[]): Connector {
  const tools = names.map((name) =>
    defineTool({
      name,
      title: "Sweep",
      description: "Sweeps the shelf.",
      effect: "write",
      input: z.object({}),
      async run() {
        return { parts: [] };
      },
    }),
  );
  return { ...shelf, moreTools: async () => tools };
}

const names = (connector: Connector) => definitionsOf(connector).tools.map(({ name }) => name);

describe("servedConnector", () => {
  it.each([
    ["brings no tools by any options", shelf],
    ["brings none by these", bringing()],
  ])("is the connector itself where it %s", async (_, connector) => {
    expect(await servedConnector(connector, {})).toBe(connector);
  });

  it("tells what the options bring after its own tools, and holds its own alone against the lock", async () => {
    const served = await servedConnector(bringing("shelf_sweep"), {});
    expect(names(served)).toEqual([...names(shelf), "shelf_sweep"]);
    expect(lockedDefinitions(definitionsOf(served), served)).toEqual(definitionsOf(shelf));
  });

  it.each([
    ["a tool of its own", ["shelf_read"]],
    ["one another", ["shelf_sweep", "shelf_sweep"]],
  ])("serves no tools that are called like %s", async (_, brought) => {
    await expect(servedConnector(bringing(...brought), {})).rejects.toThrow(`declares ${brought[0]} twice`);
  });
});
