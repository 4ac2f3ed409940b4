import { describe, expect, it } from "vitest";
import { ConnectorError } from "./connector-error.ts";
import { publicError } from "./public-error.ts";

describe("publicError", () => {
  it("lets a ConnectorError through as it is", () => {
    const error = new ConnectorError("not_found", "There is no such note.");
    expect(publicError(error, "r-1")).toBe(error);
  });

  it.each([new Error("password=hunter2"), "password=hunter2", { message: "password=hunter2" }])(
    "says nothing of what a foreign error says",
    (thrown) => {
      const shown = publicError(thrown, "r-1");
      expect(shown.code).toBe("internal");
      expect(shown.message).not.toContain("hunter2");
    },
  );

  it("names the reference under which the log has the cause, and keeps the cause for it", () => {
    const thrown = new Error("disk");
    const shown = publicError(thrown, "r-42");
    expect(shown.message).toContain("r-42");
    expect(shown.cause).toBe(thrown);
  });
});
