import type { Target } from "./target.ts";

/** What follows `/repos/{owner}/{repo}` where more is opened than what one call writes, or opened to others. */
const opening =
  /^\/(forks|transfer|generate|pages|collaborators|invitations|hooks|keys|interaction-limits|import)(\/|$)/;

/** What carries no words to anybody: marks that the token's owner sees alone, and stars. */
const wordless = /^\S+ \/((repos\/\{owner\}\/\{repo\}\/)?notifications(\/|$)|user\/starred\/)/;

/**
 * Where a request writes, as far as its route says: to the repository that it names, else to everybody. Undefined where it
 * carries no words to anybody.
 *
 * @param route as GitHub's documentation has it, which is no GET
 */
export function targetOf(route: string, parameters: Readonly<Record<string, unknown>>): Target | undefined {
  if (wordless.test(route)) return undefined;
  const below = /^\S+ \/repos\/\{owner\}\/\{repo\}(.*)$/.exec(route)?.[1];
  const { owner, repo } = parameters;
  if (below === undefined || typeof owner !== "string" || typeof repo !== "string")
    return newRepository(route, parameters);
  const isOpened = opening.test(below) || (below === "" && ("private" in parameters || "visibility" in parameters));
  return isOpened ? { world: `whoever ${route.split(" ")[0]} ${owner}/${repo}${below} lets in` } : { owner, repo };
}

function newRepository(
  route: string,
  { org, name, private: isPrivate, visibility }: Readonly<Record<string, unknown>>,
): Target {
  const isHidden = isPrivate === true && (visibility === undefined || visibility === "private");
  if (route === "POST /orgs/{org}/repos" && isHidden) return { owner: String(org), repo: String(name), privacy: 2 };
  return { world: `what everybody may read (${route})` };
}
