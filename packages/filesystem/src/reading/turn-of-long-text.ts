import { Turns } from "@drawbridge/core";

/** For all callers together: many at once would take memory and gain no time. */
const turns = new Turns(1);

/**
 * In milliseconds longer than any disk takes that answers at all. One that does not must keep nobody from other files: who
 * waits while no turn ends for so long goes on without.
 */
const patience = 1000;

/** As much as a page can show. New memory for each text would pile up until it is collected. */
const memoryBytes = 1536 * 1024;

let memory: Buffer | undefined;

/** Turns that have ended. */
let ended = 0;

/** A turn, which ends when it is disposed of, and what it has to itself until then. */
export interface Turn extends Disposable {
  /** For the bytes of the text; undefined for one that had to go on without its turn. */
  readonly memory: Buffer | undefined;
}

/** Resolves when a long text may be read and made into an answer. */
export async function turnOfLongText(): Promise<Turn> {
  const turn = turns.take();
  const taken = await inTime(turn);
  if (taken === undefined) {
    // Nobody waits for it here any more: it goes to the next.
    void turn.then((unused) => unused[Symbol.dispose]());
    return { memory: undefined, [Symbol.dispose]() {} };
  }
  memory ??= Buffer.allocUnsafe(memoryBytes);
  return {
    memory,
    [Symbol.dispose]() {
      ended += 1;
      taken[Symbol.dispose]();
    },
  };
}

/** Undefined where those before it stand still. */
async function inTime(turn: Promise<Disposable>): Promise<Disposable | undefined> {
  for (let before = -1; before !== ended; ) {
    before = ended;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patience, undefined);
    });
    const taken = await Promise.race([turn, late]);
    clearTimeout(timer);
    if (taken !== undefined) return taken;
  }
  return undefined;
}
