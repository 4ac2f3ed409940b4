/** Requests by their ids. */
type Answered = Set<unknown>;

/** Under this name, what answers a host before the program is loaded leaves them (`answer-first.cjs` of the bundler). */
const name = Symbol.for("drawbridge.answered");

/** What the host asked first and has its answers to. The program is told of it all the same, and its own answers are not sent. */
export function answeredFirst(): Answered {
  return (globalThis as { [name]?: Answered })[name] ?? new Set();
}
