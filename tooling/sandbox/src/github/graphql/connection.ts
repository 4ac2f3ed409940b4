import { GraphQLError, type GraphQLResolveInfo, Kind } from "graphql";

/** What a connection is asked for. */
export interface Bounds {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
}

/** A field that is a connection, as GitHub has them: without `first` or `last` it is refused. */
export function connection<Item>(
  load: (args: Bounds) => Promise<readonly Item[]> | readonly Item[],
  more: object = {},
) {
  return async (args: Bounds, _: unknown, info: GraphQLResolveInfo) => {
    if (args.first == null && args.last == null && wantsItems(info))
      throw new GraphQLError(
        `You must provide a \`first\` or \`last\` value to properly paginate the \`${info.fieldName}\` connection.`,
        { extensions: { type: "MISSING_PAGINATION_BOUNDARIES" } },
      );
    return { ...slice(await load(args), args), ...more };
  };
}

/** A count alone needs no bounds. */
function wantsItems({ fieldNodes }: GraphQLResolveInfo): boolean {
  const chosen = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  return chosen.some((one) => one.kind === Kind.FIELD && ["nodes", "edges"].includes(one.name.value));
}

function slice<Item>(items: readonly Item[], { first, last, after, before }: Bounds) {
  const from = after == null ? 0 : placeOf(after) + 1;
  const to = before == null ? items.length : placeOf(before);
  const start = last == null ? from : Math.max(from, to - last);
  const end = first == null ? to : Math.min(to, from + first);
  const nodes = items.slice(start, end);
  const edges = nodes.map((node, index) => ({ node, cursor: cursorOf(start + index) }));
  const pageInfo = {
    hasNextPage: end < items.length,
    hasPreviousPage: start > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { totalCount: items.length, nodes, edges, pageInfo };
}

const cursorOf = (place: number) => Buffer.from(`cursor:${place}`).toString("base64");

function placeOf(cursor: string): number {
  return Number(Buffer.from(cursor, "base64").toString().split(":")[1]);
}
