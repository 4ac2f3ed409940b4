/** What was asked for could not be done: one clear line for the person that says what to do, exit code 1. */
export class Failure extends Error {
  override readonly name = "Failure";
}
