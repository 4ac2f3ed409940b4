import { ConnectorError, type Finding } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";
import { countNodes } from "../documents/count-nodes.ts";

/** Whether the files that were named can be read. */
export async function* fileFindings(client: Figma, signal: AbortSignal): AsyncGenerator<Finding> {
  for (const name of client.local.names) {
    try {
      const { document } = await client.document(name, { signal });
      yield { level: "ok", title: `${name} has ${document.children.length} pages with ${countNodes(document)} nodes` };
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      yield { level: "problem", title: `${name} cannot be read`, detail: error.message.replace(/\.$/, "") };
    }
  }
}
