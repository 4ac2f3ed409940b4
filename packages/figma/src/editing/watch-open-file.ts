import type { Watch, WatchListener } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { Changed } from "../bridge/replies.ts";

/** Hears of every change in an open file, or of a node in it with what is inside. */
export function watchOpenFile(channel: Channel, node: string | undefined, listener: WatchListener): Watch {
  const unlisten = channel.listen((changed) => {
    if (node === undefined || touches(changed, node)) listener.changed();
  });
  const unmiss = channel.onceGone(() => listener.failed(new Error("The plugin was closed")));
  return {
    close() {
      unlisten();
      unmiss();
    },
  };
}

/** Where it is not known what a node was in, it may have been this one. */
function touches({ nodes, more }: Changed, watched: string): boolean {
  return more === true || nodes.some(({ id, within }) => id === watched || (within?.includes(watched) ?? true));
}
