import type { Peer } from "./peer.ts";
import type { Task } from "./task.ts";

/**
 * How the peer does the task.
 *
 * @throws TypeError where it cannot: the measure should have left it out
 */
export function taskOf(peer: Peer, name: string): Task {
  const task = peer.tasks[name];
  if (task === undefined) throw new TypeError(`${peer.name} has no task "${name}"`);
  return task;
}
