import type { Unit } from "./unit.ts";

/** A figure with its unit, in the three or so digits that a measurement deserves; sizes in bytes stay exact. */
export function formatFigure(figure: number, unit: Unit): string {
  switch (unit) {
    case "microseconds":
      return `${significant(figure)} µs`;
    case "milliseconds":
      return `${significant(figure)} ms`;
    case "a second":
      return `${whole(figure)} /s`;
    case "bytes":
      return `${whole(figure)} B`;
    case "mebibytes":
      return `${significant(figure / 1024 ** 2)} MiB`;
    case "tokens":
      return `~${whole(figure)}`;
    case "requests":
      return whole(figure);
  }
}

function significant(figure: number): string {
  if (figure >= 100) return whole(figure);
  return figure.toFixed(figure >= 10 ? 1 : 2);
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en-US");
}
