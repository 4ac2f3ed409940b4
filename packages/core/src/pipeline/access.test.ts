import { afterEach, describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";

let served: Served;
afterEach(() => served.close());

async function start(...argv: string[]): Promise<string[]> {
  served = await Served.start([...argv, "--confirm", "never"]);
  return (await served.listedTools()).map(({ name }) => name);
}

describe("the stage access", () => {
  it("grants only reading unless the person says more", async () => {
    const names = await start();
    expect(names).toContain("shelf_read");
    expect(names).not.toContain("shelf_append");
    expect((await served.call("shelf_append", { name: "a", text: "b" })).meta.code).toBe("refused");
  });

  it("refuses a destroying tool under write, does not list it, and runs nothing of it", async () => {
    expect(await start("--access", "write")).not.toContain("shelf_burn");
    const { meta, text } = await served.call("shelf_burn", { name: "monday" });
    expect(meta.code).toBe("refused");
    expect(text).toContain("--access full");
    expect(served.shelf.ran).toEqual([]);
  });

  it("runs and lists a destroying tool under full", async () => {
    expect(await start("--access", "full")).toContain("shelf_burn");
    expect(await served.call("shelf_burn", { name: "monday" })).toMatchObject({
      isError: false,
      text: expect.stringContaining("\ntrue\n"),
    });
  });

  it("judges a varying effect by the input: what it adds passes, what it replaces does not", async () => {
    expect(await start("--access", "write")).toContain("shelf_put");
    expect((await served.call("shelf_put", { name: "a", text: "b" })).isError).toBe(false);
    expect((await served.call("shelf_put", { name: "a", text: "c", replace: true })).meta.code).toBe("refused");
    expect(served.shelf.notes.get("a")).toBe("b");
  });

  it("refuses and does not list what --tools leaves out", async () => {
    expect(await start("--tools", "shelf_list")).toEqual(["shelf_list"]);
    const { meta, text } = await served.call("shelf_read", { name: "monday" });
    expect([meta.code, text]).toEqual(["refused", expect.stringContaining("--tools")]);
  });

  it("refuses and does not list what the connector's options leave out, and says how to have it", async () => {
    const withheld = () => new Map([["shelf_read", "--shelves lower"]]);
    served = await Served.start(["--confirm", "never"], {}, undefined, { withheld });
    expect((await served.listedTools()).map(({ name }) => name)).not.toContain("shelf_read");
    const { meta, text } = await served.call("shelf_read", { name: "monday" });
    expect([meta.code, text]).toEqual(["refused", expect.stringContaining("--shelves lower")]);
    expect(served.shelf.ran).toEqual([]);
    expect((await served.call("shelf_list", {})).isError).toBe(false);
    expect(served.instance.prepared.definitions.tools.map(({ name }) => name)).toContain("shelf_read");
  });

  it("stops at --tools that names only what the connector's options leave out", async () => {
    const withheld = () => new Map([["shelf_read", "--shelves lower"]]);
    await expect(Served.start(["--tools", "shelf_read"], {}, undefined, { withheld })).rejects.toThrow(
      "matches only tools that are off; --shelves lower has them on",
    );
  });

  it("does not switch resources off with --tools, which names tools", async () => {
    await start("--tools", "shelf_list");
    const { result } = await served.request("resources/read", { uri: "shelf://monday" });
    expect(result).toMatchObject({ contents: [{ text: "bread" }] });
  });
});
