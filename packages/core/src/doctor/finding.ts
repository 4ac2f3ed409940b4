/** One thing that `--doctor` found, for the person who runs the server. */
export interface Finding {
  /** `problem`: it does not work so; `warning`: it works, and should not stay so; `note`: good to know. */
  readonly level: "ok" | "note" | "warning" | "problem";
  /** What was found, as a sentence without its full stop. */
  readonly title: string;
  /** What follows from it, or what it rests on. */
  readonly detail?: string;
  /** What to do about it, best as what to type. */
  readonly remedy?: string;
}
