/** What GitHub has as a POST and changes nothing: it only writes notes down, from the titles of pull requests. */
const reading = /^(?:GET|HEAD) |^POST \/repos\/\{owner\}\/\{repo\}\/releases\/generate-notes$/;

/**
 * Whether a route only reads, whatever its method: what it tells was read.
 *
 * @param route as GitHub's documentation has it: `GET /repos/{owner}/{repo}`
 */
export function isReading(route: string): boolean {
  return reading.test(route);
}
