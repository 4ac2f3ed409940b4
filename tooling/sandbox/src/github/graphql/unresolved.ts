import { GraphQLError } from "graphql";

/** What GitHub says of what is not there, or not to be known of. */
export function unresolved(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: "NOT_FOUND" } });
}
