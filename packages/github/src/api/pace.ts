import { Lane } from "./lane.ts";
import { WaitingLine } from "./waiting-line.ts";

/**
 * How many requests of a kind are on their way at once, for Octokit's throttling, whose own groups would be shared by all clients of a
 * process. Its own pauses (two seconds between searches, one between writes) are felt by whoever makes two calls: how many a minute
 * has room for is GitHub's to say of searches, and {@link WritesPerMinute}'s of writes.
 */
export function pace() {
  return {
    global: new Lane(10),
    auth: new Lane(1),
    search: new Lane(4),
    write: new Lane(1),
    notifications: new Lane(1),
    retryLimiter: new WaitingLine(),
  };
}
