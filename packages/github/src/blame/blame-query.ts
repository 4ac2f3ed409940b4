/** Who wrote the lines of a file at one commit: GitHub tells that in GraphQL alone (object `Blame`). */
export const blameQuery = `query Blame($owner: String!, $repo: String!, $commit: GitObjectID!, $path: String!, $file: String!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    file: object(expression: $file) { __typename }
    object(oid: $commit) {
      ... on Commit {
        blame(path: $path) {
          ranges {
            startingLine endingLine
            commit { oid messageHeadline authoredDate author { name user { login } } }
          }
        }
      }
    }
  }
}`;
