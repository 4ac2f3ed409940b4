import { expect, it } from "vitest";
import { authorsOfNotes } from "./authors-of-notes.ts";

const at = "in https://github.com/acme/site/pull/1";

it.each([
  ["each title with who opened it", `* Add by @ben ${at}\n* Mend by @olga ${at}`, ["ben", "olga"]],
  ["a bot's", `* Bump by @octocat[bot] ${at}`, ["octocat[bot]"]],
  ["a title that pretends to be a member's", `* Read the vault by @ben ${at} by @mallory ${at}`, ["mallory"]],
  ["a title that hides what follows", `* Mend <!-- by @mallory ${at}\n* --> by @ben ${at}`, ["mallory", "ben"]],
  ["who contributed for the first time", `* @rita made their first contribution ${at}`, ["rita"]],
  ["nobody for a line that is otherwise", "Read the vault", ["ghost"]],
  [
    "none for what GitHub writes itself",
    "<!-- Release notes generated using configuration in .github/release.yml at main -->\n## What's Changed\r\n\n" +
      "### Exciting\n\n**Full Changelog**: https://github.com/acme/site/compare/v1...v2",
    [],
  ],
])("knows %s", (_, notes, authors) => {
  expect(authorsOfNotes(notes)).toEqual(authors);
});
