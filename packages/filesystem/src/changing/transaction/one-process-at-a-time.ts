import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { setTimeout } from "node:timers/promises";

/** Milliseconds between tries, and after which it is done all the same: somebody may hold the name who should not. */
const [pause, longest] = [2, 1000];

/** A name that only one process of this user's has at a time, and that the system takes back when it ends, however it ends. */
const lock = nameOfLock();

let last: Promise<unknown> = Promise.resolve();

/**
 * Does what looks at files and then changes them while no other server of this user's on this machine does: between the look and
 * the change there is no step of the system's own. On Linux and Windows; elsewhere it is simply done.
 */
export function oneProcessAtATime<T>(work: () => T): Promise<T> {
  const done = last.then(() => locked(work));
  last = done.catch(() => undefined);
  return done;
}

async function locked<T>(work: () => T): Promise<T> {
  const held = lock === undefined ? undefined : await hold(lock);
  try {
    return work();
  } finally {
    held?.close();
  }
}

/** Listening takes the name; nobody is listened to. */
async function hold(name: string): Promise<Server | undefined> {
  const end = performance.now() + longest;
  do {
    const server = createServer((socket) => socket.destroy());
    try {
      server.listen({ path: name, exclusive: true });
      await once(server, "listening");
      return server;
    } catch {
      await setTimeout(pause);
    }
  } while (performance.now() < end);
  return undefined;
}

function nameOfLock(): string | undefined {
  // An abstract socket, which is no file.
  if (process.platform === "linux") return `\0drawbridge-filesystem-${process.geteuid?.() ?? 0}`;
  return process.platform === "win32" ? "\\\\.\\pipe\\drawbridge-filesystem" : undefined;
}
