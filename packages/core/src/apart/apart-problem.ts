/** What is wrong with what a program apart was given, for the caller to read. */
export interface ApartProblem {
  readonly code: "invalid_input" | "refused";
  readonly message: string;
}
