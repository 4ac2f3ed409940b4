const who = "author { __typename login }";

/** GitHub has discussions in GraphQL alone (objects `Discussion` and `DiscussionComment`). */
export const discussionQueries = {
  categories: `query Categories($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    id
    discussionCategories(first: 25) { nodes { id slug name description isAnswerable } }
  }
}`,
  list: `query Discussions($owner: String!, $repo: String!, $size: Int!, $after: String, $category: ID) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    discussions(first: $size, after: $after, categoryId: $category, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number title closed isAnswered updatedAt category { slug } comments { totalCount } ${who} }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  get: `query Discussion($owner: String!, $repo: String!, $number: Int!, $size: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    discussion(number: $number) {
      id number title body closed stateReason isAnswered createdAt updatedAt url authorAssociation category { slug } ${who}
      comments(first: $size, after: $after) {
        totalCount
        nodes {
          id body createdAt isAnswer authorAssociation ${who}
          replies(first: 50) { totalCount nodes { id body createdAt isAnswer authorAssociation ${who} } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
  /** What a change rests on. */
  state: `query DiscussionState($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    discussion(number: $number) {
      id title body closed updatedAt answer { id } comments { totalCount } ${who}
    }
  }
}`,
  /** Which discussion a comment lies in: an identifier says nothing of that. */
  placeOf: `query DiscussionOf($id: ID!) {
  node(id: $id) { ... on DiscussionComment { discussion { number repository { nameWithOwner } } } }
}`,
} as const;
