import type { CallContext, Watch, WatchListener } from "@drawbridge/core";
import type { Figma } from "../client/figma.ts";
import { watchOpenFile } from "../editing/watch-open-file.ts";
import { resourceAddress } from "../resources/resource-address.ts";

/** Watches for when a file becomes another: where it is open by what the plugin tells, at Figma by what is cheap to ask, on this machine by its time and size. */
export async function watchFile(uri: string, listener: WatchListener, context: CallContext<Figma>): Promise<Watch> {
  const { client } = context;
  const { file, node } = resourceAddress(uri);
  const open = client.local.find(file) === undefined ? client.openFiles.find(file) : undefined;
  if (open !== undefined) {
    // A node that is not there cannot be subscribed to, as it cannot be read.
    if (node !== undefined) await client.document(file, { signal: context.signal, nodes: [node] });
    return watchOpenFile(open, node, listener);
  }
  const source = client.source(file);
  const { signal } = context;
  if ("local" in source)
    return client.localWatching.begin({ state: () => client.local.stamp(source.local) }, listener, context);
  const { key } = source.remote;
  // A node that is not there cannot be subscribed to, as it cannot be read.
  if (node !== undefined) await client.document(file, { signal, nodes: [node] });
  const state = async () => {
    const { version, lastModified } = await client.documents.stamps.of(key, { signal });
    return `${version} ${lastModified}`;
  };
  return client.remoteWatching.begin({ state }, listener, context);
}
