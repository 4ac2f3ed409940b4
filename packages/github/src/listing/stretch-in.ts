import { nodesOf } from "../pulls/nodes-of.ts";
import type { Connection } from "./connection.ts";
import type { Stretch } from "./fill-after.ts";

/** A page of GraphQL's, for `fillAfter`. */
export function stretchIn<Node>(connection: Connection<Node>): Stretch<Node> {
  const { pageInfo } = connection;
  const next = pageInfo?.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
  return { items: nodesOf(connection), next };
}
