import { BenchFailure } from "../bench-failure.ts";
import { isSimplifier } from "../peers/simplifier.ts";
import type { Measure } from "./measure.ts";

/** Nodes a second that are made ready for a model, of a document that is parsed already, in this process. */
export function simplification(name: string, answerOf: () => Record<string, unknown>, times: number): Measure {
  return {
    name,
    includes: isSimplifier,
    async enter(peer) {
      if (!isSimplifier(peer)) throw new BenchFailure(`${peer.name} has nothing to call in this process`);
      const simplify = await peer.simplifier();
      const answer = answerOf();
      const nodes = countNodes(answer.document);
      const once = async () => {
        const started = performance.now();
        await simplify(answer);
        return (nodes / (performance.now() - started)) * 1000;
      };
      for (let time = 0; time < times * 2; time += 1) await once();
      const round = async () => {
        const rates: number[] = [];
        for (let time = 0; time < times; time += 1) rates.push(await once());
        return rates;
      };
      return { round, leave: async () => {} };
    },
  };
}

/** Those that can be seen: what is hidden costs either next to nothing. */
function countNodes(root: unknown): number {
  let count = 0;
  const open = [root as { visible?: boolean; children?: unknown[] }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.visible === false) continue;
    count += 1;
    for (const child of node.children ?? []) open.push(child as typeof node);
  }
  return count;
}
