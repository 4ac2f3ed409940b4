import { expect, test } from "vitest";
import { formatFigure } from "./format-figure.ts";

test("a measurement keeps about three digits, whatever its size", () => {
  const shown = [0.4567, 45.67, 456.7, 4567.8].map((figure) => formatFigure(figure, "milliseconds"));
  expect(shown).toEqual(["0.46 ms", "45.7 ms", "457 ms", "4,568 ms"]);
});

test("a size in bytes is exact", () => {
  expect(formatFigure(23_456, "bytes")).toBe("23,456 B");
});

test("memory is given in bytes and shown in mebibytes", () => {
  expect(formatFigure(93.4 * 1024 * 1024, "mebibytes")).toBe("93.4 MiB");
});

test("an estimate bears a tilde", () => {
  expect(formatFigure(2500, "tokens")).toBe("~2,500");
});
