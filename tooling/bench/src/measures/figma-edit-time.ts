import { connectedFigma } from "../figma/connected-figma.ts";
import { PluginAlone } from "../figma/plugin-alone.ts";
import type { Measure } from "./measure.ts";
import { type Repetition, repeatedTime } from "./repeated-time.ts";

type Operations = readonly Record<string, unknown>[];

/** What is edited again and again. */
export interface FigmaEdit {
  /** Makes what the edits are of; its first result is `$card`. */
  readonly before: Operations;
  /** @param card the id of what was made; `time` counts up */
  edit(card: string, time: number): Operations;
}

const nobody = { before: [], edit: () => [] } as const;

/** Milliseconds from the host's call to its answer, through the connector; or those that the plugin takes by itself. */
export function figmaEditTime(folder: string, repetition: Repetition, { before, edit }: FigmaEdit = nobody): Measure {
  return repeatedTime(
    repetition,
    () => true,
    async (peer) => {
      let time = 0;
      if (peer.name !== "drawbridge") {
        const alone = new PluginAlone();
        const { ids } = await alone.edit(before);
        return {
          async once() {
            const began = performance.now();
            await alone.edit(edit(ids.$card ?? "", ++time));
            return performance.now() - began;
          },
          leave: async () => alone.close(),
        };
      }
      const figma = await connectedFigma(peer, folder, 1);
      const call = (operations: Operations) => figma.server.callTool({ name: "figma_edit", arguments: { operations } });
      await call(before);
      const card = figma.files[0]?.layers[0]?.id ?? "";
      return { once: async () => (await call(edit(card, ++time))).milliseconds, leave: () => figma.close() };
    },
  );
}
