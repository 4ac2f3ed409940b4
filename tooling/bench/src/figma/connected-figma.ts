import { openServer } from "../open-server.ts";
import type { Peer } from "../peers/peer.ts";
import { textOf } from "../peers/text-of.ts";
import type { ServerProcess } from "../server-process.ts";
import { OpenFigma, pluginCode } from "./open-figma.ts";

/** A running connector with files that are open, each paired as a person does it. */
export interface ConnectedFigma {
  readonly server: ServerProcess;
  readonly files: readonly OpenFigma[];
  close(): Promise<void>;
}

/** Starts the connector, and connects that many files to it. */
export async function connectedFigma(peer: Peer, folder: string, count: number): Promise<ConnectedFigma> {
  const { server } = await openServer(peer, "every tool", folder);
  const [code, storage] = [pluginCode(), new Map<string, unknown>()];
  const first = new OpenFigma("file-0", code, storage);
  const { result } = await server.request("tools/call", { name: "figma_selection", arguments: {} });
  await first.pair(textOf(result));
  const others = Array.from({ length: count - 1 }, (_, one) => new OpenFigma(`file-${one + 1}`, code, storage));
  for (const other of others) await other.connected();
  const files = [first, ...others];
  return {
    server,
    files,
    async close() {
      for (const file of files) file.close();
      await server.stop();
    },
  };
}
