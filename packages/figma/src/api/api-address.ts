import { UsageError } from "@drawbridge/core";

/** Figma's own. */
export const figmaApi = "https://api.figma.com";

/** Where the API is: an origin, and for a gateway perhaps a path before the API's own. */
export function apiAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && url.username === "" && url.search === "" && url.hash === "";
  if (url === undefined || !isPlain || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--api-url takes an address such as ${figmaApi}, without user, query or fragment`);
  return url;
}
