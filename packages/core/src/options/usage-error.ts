/** The person started the server in a way that cannot work: one clear line, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
