import { BenchFailure } from "../bench-failure.ts";
import { connectedFigma } from "../figma/connected-figma.ts";
import type { Measure } from "./measure.ts";
import { type Repetition, repeatedTime } from "./repeated-time.ts";

const SECONDS_TO_HEAR = 10;
/** Between two changes, so that each is told by itself. */
const pause = 300;

/** Milliseconds from a person's change in the open file to the host's hearing of it. */
export function figmaNoticeTime(folder: string, repetition: Repetition): Measure {
  return repeatedTime(
    repetition,
    (peer) => peer.name === "drawbridge",
    async (peer) => {
      const figma = await connectedFigma(peer, folder, 1);
      const { server } = figma;
      await server.callTool({
        name: "figma_edit",
        arguments: { operations: [{ op: "create", type: "FRAME", props: { name: "Card" } }] },
      });
      const card = figma.files[0]?.layers[0];
      if (card === undefined) throw new BenchFailure("nothing was made");
      await server.request("resources/subscribe", { uri: `figma://file-0/nodes/${card.id}` });
      let time = 0;
      return {
        async once() {
          await new Promise((resolve) => setTimeout(resolve, pause));
          const heard = server.hears("notifications/resources/updated", SECONDS_TO_HEAR);
          const began = performance.now();
          card.x = ++time;
          return (await heard) - began;
        },
        leave: () => figma.close(),
      };
    },
  );
}
