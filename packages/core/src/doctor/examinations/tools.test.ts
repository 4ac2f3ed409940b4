import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import { tools } from "./tools.ts";

const found = (...argv: string[]) => findingsOf(tools, { argv });

describe("tools", () => {
  it("names those that are served, and what the others need", async () => {
    const [finding, ...more] = await found("--tools", "shelf_read,shelf_put,shelf_burn");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      level: "ok",
      title: expect.stringMatching(/^1 of \d+ tools are served: shelf_read$/),
      detail: expect.stringContaining("shelf_put (--access write), shelf_burn (--access full)"),
    });
  });

  it("finds each glob that matches no tool, and what was meant", async () => {
    expect(await found("--tools", "shelf_raed,!shelf_brun,quite_another,shelf_read")).toMatchObject([
      { level: "problem", remedy: "Write shelf_read instead" },
      { level: "problem", remedy: "Write !shelf_burn instead" },
      { level: "problem", remedy: expect.stringContaining("--tools with one of shelf_read") },
    ]);
  });

  it("names none that the connector's options leave out, and finds a glob that matches those alone", async () => {
    const withheld = () => new Map([["shelf_read", "--shelves lower"]]);
    const connector = { ...shelfConnector(new Shelf()), withheld } as never;
    const [finding] = await findingsOf(tools, { connector });
    expect(finding?.title).toMatch(/^\d of \d+ tools are served: (?!.*shelf_read)/);
    const argv = ["--tools", "shelf_read"];
    expect(await findingsOf(tools, { connector, argv })).toMatchObject([{ level: "problem" }]);
  });

  it("finds that a filter takes all tools away", async () => {
    expect(await found("--tools", "!shelf_*")).toMatchObject([
      { level: "problem", title: expect.stringContaining("No tool is served") },
    ]);
  });

  it("finds that access admits none of the tools that are left", async () => {
    expect(await found("--tools", "shelf_put,shelf_burn")).toMatchObject([
      { level: "problem", remedy: expect.stringContaining("--access write") },
    ]);
    expect(await found("--access", "write", "--tools", "shelf_burn")).toMatchObject([
      { level: "problem", remedy: expect.stringContaining("--access full") },
    ]);
  });
});
