/** Under which code may be part of what is published here under Apache-2.0 (SPDX identifiers). */
const known = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "Unlicense"];

/**
 * Packages in a program whose licence is none of those. An expression will do if one side of each `OR`, and each side of every
 * `AND`, is known.
 *
 * @param {{ name: string, version: string, license?: unknown }[]} bundled
 * @returns {string[]}
 */
export function unknownLicences(bundled) {
  return bundled
    .filter(({ license }) => typeof license !== "string" || !isKnown(license))
    .map(
      ({ name, version, license }) =>
        `${name} ${version} is in the program under ${JSON.stringify(license)}: leave it out, or add its licence to tooling/packed/src/unknown-licences.js`,
    );
}

/** @param {string} expression */
function isKnown(expression) {
  const plain = expression.trim().replace(/^\(([^()]*)\)$/, "$1");
  if (/[()]/.test(plain)) return false;
  return plain.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((each) => known.includes(each.trim())));
}
