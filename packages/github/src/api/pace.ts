// Whoever compiles this file from another package needs the types too.
/// <reference path="./bottleneck-light.d.ts" />

import Bottleneck from "bottleneck/light.js";

/**
 * How many requests of a kind are on their way at once, for Octokit's throttling, whose own groups would be shared by all clients of a
 * process. Its own pauses (two seconds between
 * searches, one between writes) are felt by whoever makes two calls: how many a minute has room for is GitHub's to say of
 * searches, and {@link WritesPerMinute}'s of writes.
 */
export function pace(id: string) {
  return {
    global: new Bottleneck.Group({ id: `${id}-global`, maxConcurrent: 10 }),
    auth: new Bottleneck.Group({ id: `${id}-auth`, maxConcurrent: 1 }),
    search: new Bottleneck.Group({ id: `${id}-search`, maxConcurrent: 4 }),
    write: new Bottleneck.Group({ id: `${id}-write`, maxConcurrent: 1 }),
    notifications: new Bottleneck.Group({ id: `${id}-notifications`, maxConcurrent: 1 }),
  };
}
