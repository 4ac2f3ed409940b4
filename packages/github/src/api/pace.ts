import Bottleneck from "bottleneck/light.js";

const minute = 60_000;

/**
 * How fast requests of a kind may follow one another, for Octokit's throttling. Its own pauses (two seconds between
 * searches, one between writes) are felt by whoever makes two calls; here a minute's share may be used at once, as GitHub
 * allows it: 30 searches, 80 writes, of which those that notify people are held to fewer.
 */
export function pace(id: string) {
  return {
    search: group(`${id}-search`, 4, 28),
    write: group(`${id}-write`, 1, 75),
    notifications: group(`${id}-notifications`, 1, 30),
  };
}

function group(id: string, maxConcurrent: number, perMinute: number): Bottleneck.Group {
  const reservoir = { reservoir: perMinute, reservoirRefreshAmount: perMinute, reservoirRefreshInterval: minute };
  return new Bottleneck.Group({ id, maxConcurrent, ...reservoir });
}
