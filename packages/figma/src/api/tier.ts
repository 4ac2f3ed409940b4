/** The three groups of requests that Figma limits apart: https://developers.figma.com/docs/rest-api/rate-limits/ */
export type Tier = 1 | 2 | 3;

/** What renders, or gives the nodes of a file, is dear. */
const first = /^\/v1\/(files\/[^/]+(\/nodes)?|images\/[^/]+)$/;

const third =
  /^\/v1\/(me|(teams|files)\/[^/]+\/(components|component_sets|styles)|(components|component_sets|styles)\/[^/]+)$/;

/** @param path of the API, without a query: `/v1/files/…` */
export function tierOf(path: string): Tier {
  return first.test(path) ? 1 : third.test(path) ? 3 : 2;
}
