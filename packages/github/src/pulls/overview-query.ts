/**
 * All that an overview of a pull request tells, as one question. Lists have bounds: what is left out is counted.
 * Its fields are those of GitHub's GraphQL schema, objects `PullRequest`, `CheckRun` and `StatusContext`.
 */
export const overviewQuery = `query Overview($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    pullRequest(number: $number) {
      number title body state isDraft url createdAt updatedAt mergeable mergeStateStatus reviewDecision
      author { __typename login } authorAssociation
      baseRefName baseRefOid headRefName headRefOid isCrossRepository headRepository { nameWithOwner }
      additions deletions changedFiles
      labels(first: 20) { nodes { name } }
      assignees(first: 10) { nodes { login } }
      reviewRequests(first: 20) { nodes { requestedReviewer { ... on User { login } ... on Team { name } } } }
      latestOpinionatedReviews(first: 20) { nodes { author { __typename login } state } }
      closingIssuesReferences(first: 10) { nodes { number repository { nameWithOwner } } }
      comments { totalCount }
      reviewThreads(first: 50) {
        totalCount
        nodes {
          id isResolved isOutdated path line
          comments(first: 10) { totalCount nodes { databaseId author { __typename login } body } }
        }
      }
      commits(last: 1) {
        totalCount
        nodes { commit { oid statusCheckRollup { state contexts(first: 100) { totalCount nodes {
          __typename
          ... on CheckRun {
            databaseId name status conclusion title summary checkSuite { workflowRun { databaseId } }
            annotations(first: 10) { nodes { path message annotationLevel location { start { line } } } }
          }
          ... on StatusContext { context state description }
        } } } } }
      }
    }
  }
}`;
