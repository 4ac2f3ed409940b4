import { Turns } from "../documents/turns.ts";

/** For all callers together: many at once would take memory and gain no time. */
const turns = new Turns(1);

/** In milliseconds longer than any disk takes that answers at all: one that does not must keep nobody from other files. */
const patience = 1000;

const none: Disposable = { [Symbol.dispose]() {} };

/** Resolves when a long text may be read and made into an answer, which ends when the result is disposed of. */
export async function turnOfLongText(): Promise<Disposable> {
  const turn = turns.take();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patience, undefined);
  });
  const taken = await Promise.race([turn, late]);
  clearTimeout(timer);
  if (taken !== undefined) return taken;
  // Nobody waits for it here any more: it goes to the next.
  void turn.then((unused) => unused[Symbol.dispose]());
  return none;
}
