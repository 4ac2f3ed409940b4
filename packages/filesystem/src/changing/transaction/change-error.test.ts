import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { changeError } from "./change-error.ts";

const said = (code: string) => changeError(Object.assign(new Error(code), { code }));

describe("a failure of the system in a change", () => {
  it("is told in words, as that a disk is mounted there", () => {
    expect(said("EBUSY")).toMatchObject({ code: "refused", message: expect.stringContaining("mounted") });
    expect(said("ENOSPC")).toMatchObject({ code: "refused", message: expect.stringContaining("full") });
  });

  it("is the server's own where it is no failure of a file", () => {
    expect(ConnectorError.is(said("EBADF"))).toBe(false);
  });
});
