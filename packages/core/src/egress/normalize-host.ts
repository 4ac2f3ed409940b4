/**
 * A host as every spelling of it ends up: lower case, punycode, numbers of any base as dotted IPv4, no trailing dot.
 * The WHATWG URL parser does it, so that rules and requests cannot disagree. Undefined for what is no host.
 */
export function normalizeHost(host: string): string | undefined {
  if (host === "" || !URL.canParse(`https://${host}/`)) return undefined;
  const { hostname, username, port, pathname } = new URL(`https://${host}/`);
  const name = hostname.replace(/\.$/, "");
  const isHostAlone = username === "" && port === "" && pathname === "/";
  const hasEmptyLabel = name.split(".").includes("");
  return isHostAlone && !hasEmptyLabel ? name : undefined;
}
