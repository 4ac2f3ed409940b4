// What changesets writes into changelogs: each change with a link to the commit that brought it. It needs no network and no
// token, unlike those that ask GitHub.

/**
 * One change.
 *
 * @param {{ summary: string, commit?: string }} changeset
 * @param {"major" | "minor" | "patch"} _type
 * @param {{ repository: string } | null} options the repository's address, from .changeset/config.json
 * @returns {Promise<string>}
 */
export async function getReleaseLine({ summary, commit }, _type, options) {
  const [first = "", ...rest] = summary.trim().split(/\n[ \t]*\n/);
  const link = linkTo(commit, options);
  const told = [`${first.trimEnd()}${link === undefined ? "" : ` (${link})`}`, ...rest].join("\n\n");
  return `- ${told.split("\n").map(indented).join("\n").trimStart()}`;
}

/**
 * The packages of this repository that were released anew and are used by another.
 *
 * @param {{ commit?: string }[]} changesets
 * @param {{ name: string, newVersion: string }[]} updated
 * @param {{ repository: string } | null} options
 * @returns {Promise<string>}
 */
export async function getDependencyReleaseLine(changesets, updated, options) {
  if (updated.length === 0) return "";
  const commits = new Set(changesets.map(({ commit }) => linkTo(commit, options)).filter((link) => link !== undefined));
  const head = `- Updated dependencies${commits.size === 0 ? "" : ` (${[...commits].join(", ")})`}`;
  return [head, ...updated.map(({ name, newVersion }) => `  - ${name}@${newVersion}`)].join("\n");
}

/**
 * @param {string | undefined} commit
 * @param {{ repository: string } | null} options
 */
function linkTo(commit, options) {
  if (commit === undefined) return undefined;
  if (typeof options?.repository !== "string") {
    throw new Error('Name the repository in .changeset/config.json: "changelog": ["…", { "repository": "https://…" }]');
  }
  return `[${commit.slice(0, 7)}](${options.repository}/commit/${commit})`;
}

/** @param {string} line */
function indented(line) {
  return line.trim() === "" ? "" : `  ${line.trimEnd()}`;
}
