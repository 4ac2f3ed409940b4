import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "./changelog.js";

const options = { repository: "https://github.com/acme/site" };
const commit = "0123456789abcdef0123456789abcdef01234567";
const link = `[0123456](https://github.com/acme/site/commit/${commit})`;

describe("the line of a change", () => {
  it("ends with a link to the commit that brought it", async () => {
    expect(await getReleaseLine({ summary: "Reads faster.", commit }, "patch", options)).toBe(
      `- Reads faster. (${link})`,
    );
  });

  it("keeps what further lines say under it", async () => {
    const summary = "Reads\nfaster.\n\nHow: by halves.";
    expect(await getReleaseLine({ summary, commit }, "minor", options)).toBe(
      `- Reads\n  faster. (${link})\n\n  How: by halves.`,
    );
  });

  it("has no link before it is committed", async () => {
    expect(await getReleaseLine({ summary: "Reads faster." }, "patch", options)).toBe("- Reads faster.");
  });

  it("is refused where nothing says which repository it is in", async () => {
    await expect(getReleaseLine({ summary: "Reads faster.", commit }, "patch", null)).rejects.toThrow("config.json");
  });
});

describe("the lines of packages that are used", () => {
  it("name each with its version, under the commits that changed them", async () => {
    const updated = [{ name: "@acme/core", newVersion: "1.2.0" }];
    expect(await getDependencyReleaseLine([{ commit }, { commit }], updated, options)).toBe(
      `- Updated dependencies (${link})\n  - @acme/core@1.2.0`,
    );
  });

  it("are none where none was released", async () => {
    expect(await getDependencyReleaseLine([{ commit }], [], options)).toBe("");
  });
});

it("is what changesets is told to use, for this repository", () => {
  const config = new URL("../../../../.changeset/config.json", import.meta.url);
  const { changelog } = JSON.parse(readFileSync(config, "utf8"));
  const { repository } = JSON.parse(
    readFileSync(new URL("../../../../packages/core/package.json", import.meta.url), "utf8"),
  );
  const [file, given] = changelog;
  expect(createRequire(config).resolve(file)).toMatch(/changelog\.js$/);
  expect(`git+${given.repository}.git`).toBe(repository.url);
});
