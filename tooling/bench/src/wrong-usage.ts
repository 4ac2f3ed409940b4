/** The command line was not understood; its message is one line for the person who wrote it. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}
