import { type ConnectedFigma, connectedFigma } from "../figma/connected-figma.ts";
import type { Measure } from "./measure.ts";
import { residentBytes } from "./resident-bytes.ts";

const files = 20;
/** Of each file: until the heap has the size that the work wants, and from then on. */
const firstEdits = 100;
const laterEdits = 200;

/** Bytes by which the memory of a connector grows that has many files connected and edited them for a while. */
export function figmaGrowth(folder: string, name: string): Measure {
  return {
    name,
    mostRounds: 1,
    includes: (peer) => peer.name === "drawbridge",
    async enter(peer) {
      const figma = await connectedFigma(peer, folder, files);
      const load = async (times: number) => {
        for (let time = 0; time < times; time++) await editAll(figma, time);
        return residentBytes(figma.server.pid);
      };
      return {
        async round() {
          const before = await load(firstEdits);
          const after = await load(laterEdits);
          return before === undefined || after === undefined ? [] : [Math.max(0, after - before)];
        },
        leave: () => figma.close(),
      };
    },
  };
}

/** One edit of each file, all at once. Every file keeps few layers: what grows is not the design. */
async function editAll({ server, files: open }: ConnectedFigma, time: number): Promise<void> {
  await Promise.all(
    open.map(({ layers }, index) => {
      const [first] = layers;
      const operation =
        first === undefined
          ? { op: "create", type: "FRAME", props: { name: "Card" } }
          : { op: "set", node: first.id, props: { x: time } };
      return server.callTool({ name: "figma_edit", arguments: { file: `file-${index}`, operations: [operation] } });
    }),
  );
}
