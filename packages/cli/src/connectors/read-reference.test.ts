import { describe, expect, it } from "vitest";
import { readReference } from "./read-reference.ts";

describe("how a connector is named", () => {
  it.each([
    ["filesystem", { kind: "package", package: "@drawbridge/filesystem", version: undefined }],
    ["github@1.2.3-beta.1", { kind: "package", package: "@drawbridge/github", version: "1.2.3-beta.1" }],
    ["@acme/shed", { kind: "package", package: "@acme/shed", version: undefined }],
    ["@acme/shed@0.1.0", { kind: "package", package: "@acme/shed", version: "0.1.0" }],
    ["./mine", { kind: "folder", folder: "./mine" }],
    ["..", { kind: "folder", folder: ".." }],
    ["~/mine", { kind: "folder", folder: "~/mine" }],
    ["/mine", { kind: "folder", folder: "/mine" }],
  ])("is understood: %s", (text, reference) => expect(readReference(text)).toEqual(reference));

  it.each([
    ["filesytem", "did you mean filesystem?"],
    ["github@latest", '"latest" is no exact version; write github@1.2.3'],
    ["zebra", "a package of somebody else's is written @scope/name"],
    ["packages", "for the folder write ./packages"],
  ])("is told to be wrong: %s", (text, problem) => expect(() => readReference(text)).toThrow(problem));
});
