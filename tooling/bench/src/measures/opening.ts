import type { Measure } from "./measure.ts";

/** Opens and closes one file some way or other, and says how many bytes the file has. */
export type Opener = () => number | Promise<number>;

const times = 2000;

/**
 * Microseconds to open and close one file in this process, by way of each opener. No server takes part: this is the price of
 * containment alone.
 *
 * @param openers by the peer's name
 * @param size what each opener must find
 */
export function opening(openers: Readonly<Record<string, Opener>>, size: number): Measure {
  return {
    name: "opening",
    includes: ({ name }) => name in openers,
    async enter({ name }) {
      const open = openers[name] as Opener;
      const round = async () => {
        const started = performance.now();
        for (let time = 0; time < times; time++) {
          if ((await open()) !== size) throw new Error(`${name} opened another file`);
        }
        return [((performance.now() - started) / times) * 1000];
      };
      await round();
      return { round, leave: async () => {} };
    },
  };
}
