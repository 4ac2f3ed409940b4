import { type ConnectedFigma, connectedFigma } from "../figma/connected-figma.ts";
import type { Measure } from "./measure.ts";
import { residentBytes } from "./resident-bytes.ts";

const files = 20;
/** Of each file. */
const edits = 100;

/** Bytes by which the connector's memory grows while so many files are connected and edited, from a fifth of the edits on. */
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
          const before = await load(edits / 5);
          const after = await load((edits * 4) / 5);
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
