import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { isAbsolute, relative, sep } from "node:path";

/** By name, since the library would else start a program of the person's (watchman) where it finds one. */
const backends: Partial<Record<NodeJS.Platform, "inotify" | "fs-events" | "windows">> = {
  linux: "inotify",
  darwin: "fs-events",
  win32: "windows",
};

/** Milliseconds that the system has to begin: it first looks through everything in the folder. */
const patience = 10_000;

/** The program of the process that the library runs in; it ends with ours. */
const program = `
process.on("disconnect", () => process.exit());
const [, library, path, backend] = process.argv;
const tell = (message) => process.connected && process.send(message);
const heard = (error, events) => tell(error ? { error: error.message } : { paths: events.map((event) => event.path) });
require(library).subscribe(path, heard, { backend }).then(() => tell({ begun: true }), (error) => tell({ error: error.message }));
`;

interface Told {
  readonly begun?: true;
  readonly paths?: readonly string[];
  readonly error?: string;
}

/** Hears where the system notices that something happened. */
export interface NoticesListener {
  /** The ways from the root to what may be different, empty for itself: hints, by path, of what may be any place by now. */
  noticed(ways: ReadonlyArray<readonly string[]>): void;
  failed(error: Error): void;
}

/**
 * Has the system tell what happens in a folder and below. Rejects where it cannot, also where the library is not installed
 * for this platform. The library is native code that waits for ever when the system has no more inotify instances to give:
 * it gets a process to itself, which can be ended.
 *
 * @param path free of links
 */
export async function beginNotices(path: string, listener: NoticesListener): Promise<{ end(): void }> {
  const require = createRequire(import.meta.url);
  const library = require.resolve("@parcel/watcher");
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, ["-e", program, library, path, backends[process.platform] ?? "default"], {
    env,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const end = () => {
    process.off("exit", end);
    child.removeAllListeners();
    child.on("error", () => {});
    child.kill("SIGKILL");
  };
  // While it waits for ever it does not notice that ours is gone.
  process.on("exit", end);
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("The library does not answer")), patience);
      const settle = (then: () => void) => {
        clearTimeout(late);
        then();
      };
      child.on("message", ({ begun, paths, error }: Told) => {
        if (begun) settle(resolve);
        if (paths !== undefined) listener.noticed(paths.flatMap((told) => wayTo(path, told)));
        if (error !== undefined) settle(() => reject(new Error(error)));
        if (error !== undefined) listener.failed(new Error(error));
      });
      child.on("error", (error) => settle(() => reject(error)));
      child.on("exit", (code) => {
        settle(() => reject(new Error(`The library's process ended with ${code}`)));
        listener.failed(new Error(`The library's process ended with ${code}`));
      });
    });
  } catch (error) {
    end();
    throw error;
  }
  // What is watched keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  return { end };
}

function wayTo(root: string, path: string): string[][] {
  const way = relative(root, path);
  if (way === "") return [[]];
  const names = way.split(sep);
  return names[0] === ".." || isAbsolute(way) ? [] : [names];
}
