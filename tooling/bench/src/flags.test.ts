import { expect, test } from "vitest";
import { readFlags } from "./flags.ts";

test("without flags all suites run whole, 15 rounds", () => {
  expect(readFlags([])).toMatchObject({ suite: "all", rounds: 15, only: "*", json: false, enforce: false });
});

test("flags are read with a space or an equals sign", () => {
  expect(readFlags(["--rounds", "3", "--only=read*", "--json"])).toMatchObject({
    rounds: 3,
    only: "read*",
    json: true,
  });
});

test.each([
  [["--round", "3"], /no option --round; there are .*--rounds/],
  [["-x"], /no option -x/],
  [["--rounds", "many"], /whole number/],
  [["--rounds", "0"], /whole number/],
  [["--rounds"], /--rounds takes a value/],
  [["--json=yes"], /--json takes no value/],
  [["--suite", "nonesuch"], /no suite "nonesuch"; there are: all, filesystem, containment, pipeline, http/],
  [["--suite", "toString"], /no suite "toString"/],
  [["filesystem"], /"filesystem" is not expected/],
])("%j is refused with a line that says why", (args, message) => {
  expect(() => readFlags(args)).toThrow(message);
});
