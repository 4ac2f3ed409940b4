import { expect, it } from "vitest";
import { unknownLicences } from "./unknown-licences.js";

const under = (license: unknown) => unknownLicences([{ name: "left-pad", version: "1.3.0", license }]);

it.each(["MIT", "Apache-2.0", "(MIT OR GPL-3.0-only)", "GPL-2.0-only OR BSD-3-Clause", "MIT AND ISC"])(
  "takes %s",
  (license) => {
    expect(under(license)).toEqual([]);
  },
);

it.each([
  "GPL-3.0-only",
  "MIT AND GPL-3.0-only",
  "UNLICENSED",
  "SEE LICENSE IN LICENSE.md",
  "(MIT OR ISC) AND (GPL-3.0-only)",
  undefined,
])("asks about %s", (license) => {
  expect(under(license)).toEqual([expect.stringMatching(/^left-pad 1\.3\.0/)]);
});
