import { describe, expect, it } from "vitest";
import { placesOfSecrets } from "./places-of-secrets.ts";

const found = (...globs: string[]) => [...placesOfSecrets(globs)].map(({ level, title }) => [level, title]);

describe("placesOfSecrets", () => {
  it("tells that the well-known places are shut, and the person's own", () => {
    expect(found()).toEqual([["ok", expect.stringMatching(/^\d+ kinds of places of secrets are kept shut$/)]]);
    expect(found("private/**", "*.sql")).toEqual([["ok", expect.stringContaining("2 of --deny")]]);
  });

  it("notes which are opened", () => {
    expect(found("!.env.example", "*.sql")).toEqual([
      ["ok", expect.stringContaining("1 of --deny")],
      ["note", expect.stringContaining("!.env.example")],
    ]);
  });

  it("warns where all of them are", () => {
    expect(found("!**")).toEqual([["warning", expect.stringContaining("!**")]]);
  });

  it("finds a glob that cannot be read", () => {
    expect(found("[a")).toEqual([["problem", expect.stringContaining("--deny")]]);
  });
});
