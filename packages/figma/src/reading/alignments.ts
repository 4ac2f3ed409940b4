/** Figma's alignments in the words of CSS; what begins at the start is not said. */
export const alignments: Readonly<Record<string, string>> = {
  MIN: "",
  CENTER: "center",
  MAX: "end",
  BASELINE: "baseline",
  SPACE_BETWEEN: "between",
};
