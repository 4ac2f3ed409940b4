/** What the server would tell hosts is not what its package was built with: one clear line, exit code 1. */
export class DefinitionsError extends Error {
  override readonly name = "DefinitionsError";
}
