import { isAbsolute, relative, sep } from "node:path";

/** By name, since the library would else start a program of the person's (watchman) where it finds one. */
const backends: Partial<Record<NodeJS.Platform, "inotify" | "fs-events" | "windows">> = {
  linux: "inotify",
  darwin: "fs-events",
  win32: "windows",
};

/** Hears where the system notices that something happened. */
export interface NoticesListener {
  /** The ways from the root to what may be different, empty for itself: hints, by path, of what may be any place by now. */
  noticed(ways: ReadonlyArray<readonly string[]>): void;
  failed(error: Error): void;
}

/**
 * Has the system tell what happens in a folder and below. Rejects where it cannot, also where the library is not installed
 * for this platform.
 *
 * @param path free of links
 */
export async function beginNotices(path: string, listener: NoticesListener): Promise<{ end(): Promise<void> }> {
  // Native code, which nobody needs who does not ask for changes.
  const { default: watcher } = await import("@parcel/watcher");
  const backend = backends[process.platform];
  const subscription = await watcher.subscribe(
    path,
    (error, events) => {
      if (error === null) listener.noticed(events.flatMap((event) => wayTo(path, event.path)));
      else listener.failed(error);
    },
    backend === undefined ? {} : { backend },
  );
  return { end: () => subscription.unsubscribe() };
}

function wayTo(root: string, path: string): string[][] {
  const way = relative(root, path);
  if (way === "") return [[]];
  const names = way.split(sep);
  return names[0] === ".." || isAbsolute(way) ? [] : [names];
}
