import { afterEach, describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";

let served: Served;
afterEach(() => served.close());

describe("the stage confirm", () => {
  it("lets no destroying call run unasked, even under full access", async () => {
    served = await Served.start(["--access", "full"]);
    const { meta, text } = await served.call("shelf_burn", { name: "monday" });
    expect(meta).toMatchObject({ code: "needs_confirmation", retryable: false });
    expect(text).toContain("--confirm never");
    expect(served.shelf.notes.has("monday")).toBe(true);
  });

  it("lets a writing call run unasked by default", async () => {
    served = await Served.start(["--access", "full"]);
    expect((await served.call("shelf_append", { name: "monday", text: "!" })).isError).toBe(false);
  });

  it("asks for a call of a varying effect only when that call destroys", async () => {
    served = await Served.start(["--access", "full"]);
    expect((await served.call("shelf_put", { name: "a", text: "b" })).isError).toBe(false);
    expect((await served.call("shelf_put", { name: "a", text: "c", replace: true })).meta.code).toBe(
      "needs_confirmation",
    );
  });

  it("lets a destroying call run where the person said never", async () => {
    served = await Served.start(["--access", "full", "--confirm", "never"]);
    expect((await served.call("shelf_burn", { name: "monday" })).isError).toBe(false);
    expect(served.shelf.notes.has("monday")).toBe(false);
  });

  it("stops writing calls where the person said write, and no reading ones", async () => {
    served = await Served.start(["--access", "full", "--confirm", "write"]);
    expect((await served.call("shelf_append", { name: "a", text: "b" })).meta.code).toBe("needs_confirmation");
    expect((await served.call("shelf_read", { name: "monday" })).isError).toBe(false);
  });
});
