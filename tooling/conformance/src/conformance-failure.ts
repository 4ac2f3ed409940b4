/** The suite, or what it should try, could not be run. Its message is for the person who ran it. */
export class ConformanceFailure extends Error {
  override readonly name = "ConformanceFailure";
}
