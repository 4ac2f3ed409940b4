import { expect, it } from "vitest";
import { releaseNotes } from "./release-notes.ts";

const changelog = `# @acme/site

## 1.2.0

### Minor Changes

- Reads faster.

## 1.1.0

### Patch Changes

- Mended.
`;

it("is what the changelog says of the version", () => {
  expect(releaseNotes(changelog, "1.2.0")).toBe("### Minor Changes\n\n- Reads faster.");
  expect(releaseNotes(changelog, "1.1.0")).toBe("### Patch Changes\n\n- Mended.");
});

it("is refused for a version that the changelog does not know", () => {
  expect(() => releaseNotes(changelog, "1.2")).toThrow("no section 1.2");
});
