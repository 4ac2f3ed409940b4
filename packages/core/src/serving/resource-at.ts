import { ConnectorError } from "../errors/connector-error.ts";
import type { Operation } from "../pipeline/operation.ts";
import type { PreparedResource } from "./prepared.ts";

/**
 * What reading an address is, and watching it where it can be watched. One that no resource has, or none that was left in,
 * is looked for in vain by a call like any other, so that it is recorded.
 */
export function resourceAt(
  resources: readonly PreparedResource[],
  uri: string,
): Pick<PreparedResource, "name" | "read" | "watch"> {
  const resource = resources.find((candidate) => candidate.matches(uri));
  if (resource !== undefined) return resource;
  const known = resources.map(({ uriTemplate }) => uriTemplate).join(", ");
  const read: Operation = {
    kind: "resource",
    name: "unknown",
    title: "Unknown",
    lowestEffect: "read",
    effectOf: () => "read",
    parse: (input) => input,
    async invoke() {
      throw new ConnectorError("not_found", `No resource has the address ${uri.slice(0, 256)}; known are ${known}`);
    },
  };
  return { name: read.name, read, watch: undefined };
}
