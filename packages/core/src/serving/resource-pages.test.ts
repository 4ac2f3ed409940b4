import { describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";

describe("the list of resources", () => {
  it("comes in pages within the budget, which together are whole", async () => {
    const served = await Served.start(["--max-result-bytes", "1024"]);
    for (let count = 0; count < 100; count += 1) served.shelf.notes.set(`note ${count}`, "");
    const names: string[] = [];
    let cursor: unknown;
    let pages = 0;
    do {
      const { result } = await served.request("resources/list", cursor === undefined ? {} : { cursor });
      expect(Buffer.byteLength(JSON.stringify(result?.resources))).toBeLessThanOrEqual(1024);
      const listed = (result?.resources ?? []) as Array<{ name: string }>;
      names.push(...listed.map(({ name }) => name));
      cursor = result?.nextCursor;
      pages += 1;
    } while (cursor !== undefined);
    expect(names).toEqual([...served.shelf.notes.keys()]);
    expect(pages).toBeGreaterThan(3);
    await served.close();
  });

  it("refuses a cursor that it did not make", async () => {
    const served = await Served.start();
    const { error } = await served.request("resources/list", { cursor: "AAAA" });
    expect(error).toMatchObject({ code: -32602, data: { code: "invalid_input" } });
    await served.close();
  });
});

describe("an address that no resource has", () => {
  it("is looked for by a call that is recorded like any other", async () => {
    const served = await Served.start();
    await served.request("resources/read", { uri: "file:///etc/passwd" });
    expect(served.log.calls).toMatchObject([{ resource: "unknown", outcome: "failed", code: "not_found" }]);
    await served.close();
  });
});
