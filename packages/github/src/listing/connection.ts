import type { Many } from "../pulls/overview-answer.ts";

/** A page of a list of GraphQL's. */
export interface Connection<Node> extends Many<Node> {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
