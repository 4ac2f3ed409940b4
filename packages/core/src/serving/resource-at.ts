import { ConnectorError } from "../errors/connector-error.ts";
import type { PreparedResource } from "./prepared.ts";

/** The kind of resource that an address belongs to. Throws `not_found` for an address of none. */
export function resourceAt(resources: readonly PreparedResource[], uri: string): PreparedResource {
  const resource = resources.find((candidate) => candidate.matches(uri));
  if (resource !== undefined) return resource;
  const known = resources.map(({ uriTemplate }) => uriTemplate).join(", ");
  throw new ConnectorError("not_found", `No resource has the address ${uri.slice(0, 256)}; known are ${known}`);
}
