import { describe, expect, it } from "vitest";
import { findingsOf } from "../../../test/findings-of.ts";
import { variables } from "./variables.ts";

const found = async (environment: Record<string, string>) =>
  (await findingsOf(variables, { environment })).map(({ level, title }) => [level, title]);

describe("variables", () => {
  it("says nothing of those that options read, and of those that are not named like ours", async () => {
    const read = { DRAWBRIDGE_ACCESS: "read", DRAWBRIDGE_KEY: "k", DRAWBRIDGE_KEY_FILE: "f", SHELF_KEY: "k" };
    expect(await found({ ...read, PATH: "/bin", ACESS: "read" })).toEqual([]);
  });

  it("warns of one that is mistyped, with what was meant", async () => {
    expect(await found({ DRAWBRIDGE_ACESS: "read" })).toEqual([
      ["warning", expect.stringContaining("did you mean DRAWBRIDGE_ACCESS?")],
    ]);
    expect(await found({ DRAWBRIDGE_KEY_FIEL: "f" })).toEqual([
      ["warning", expect.stringContaining("did you mean DRAWBRIDGE_KEY_FILE?")],
    ]);
  });

  it("warns of one whose option is a flag alone", async () => {
    expect(await found({ DRAWBRIDGE_CONFIG: "f" })).toEqual([["warning", expect.stringContaining("--config")]]);
  });

  it("only notes one that may be another connector's", async () => {
    expect(await found({ DRAWBRIDGE_STATEMENT_LIMIT: "canary-1" })).toEqual([
      ["note", "The variable DRAWBRIDGE_STATEMENT_LIMIT is set, and no option of this connector reads it"],
    ]);
  });
});
