/** Something that makes the figures worthless (an error answer, wrong content, a dead server): the run stops and says it. */
export class BenchFailure extends Error {
  override readonly name = "BenchFailure";
}
