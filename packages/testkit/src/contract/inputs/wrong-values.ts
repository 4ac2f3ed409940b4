import type { Connector } from "@drawbridge/core";

type Tool = Connector["tools"][number];

const values: readonly unknown[] = [
  ...["", "\0", "a\0b", "\ud800", "%", "a".repeat(300_000)],
  ...[null, true, -1, 0, 0.5, 2 ** 53, -(2 ** 53), 1e308],
  ...[[], {}, [null], ["\0"], [[[]]], { a: "\0" }],
];

/** Every argument of a tool once with each of the values that go wrong most often, beside arguments that are right. */
export function wrongValues({ input }: Tool, good: Readonly<Record<string, unknown>> = {}) {
  return Object.keys(input.shape).flatMap((name) => values.map((value) => ({ ...good, [name]: value })));
}
