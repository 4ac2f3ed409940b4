const field = "... on ProjectV2FieldCommon { name }";

const content = `content {
            __typename
            ... on Issue { number title issueState: state repository { nameWithOwner } author { __typename login } }
            ... on PullRequest { number title pullState: state repository { nameWithOwner } author { __typename login } }
            ... on DraftIssue { title body creator { __typename login } }
          }`;

const fields = `fields(first: 50) {
          nodes {
            ... on ProjectV2FieldCommon { id name dataType }
            ... on ProjectV2SingleSelectField { options { id name } }
            ... on ProjectV2IterationField { configuration { iterations { id title startDate } } }
          }
        }`;

/** GitHub has projects in GraphQL alone, with all that belongs to them (object `ProjectV2`). */
export const projectQueries = {
  list: `query Projects($owner: String!, $size: Int!, $after: String) {
  repositoryOwner(login: $owner) {
    ... on ProjectV2Owner {
      projectsV2(first: $size, after: $after) {
        nodes { number title shortDescription public closed updatedAt url viewerCanUpdate }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
  get: `query Project($owner: String!, $number: Int!) {
  repositoryOwner(login: $owner) {
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        id number title shortDescription readme public closed updatedAt url viewerCanUpdate
        ${fields}
        items { totalCount }
      }
    }
  }
}`,
  items: `query ProjectItems($owner: String!, $number: Int!, $size: Int!, $after: String) {
  repositoryOwner(login: $owner) {
    ... on ProjectV2Owner {
      projectV2(number: $number) {
        public viewerCanUpdate
        items(first: $size, after: $after) {
          nodes {
            id type isArchived
            ${content}
            fieldValues(first: 30) {
              nodes {
                ... on ProjectV2ItemFieldTextValue { text field { ${field} } }
                ... on ProjectV2ItemFieldNumberValue { number field { ${field} } }
                ... on ProjectV2ItemFieldDateValue { date field { ${field} } }
                ... on ProjectV2ItemFieldSingleSelectValue { name field { ${field} } }
                ... on ProjectV2ItemFieldIterationValue { title field { ${field} } }
              }
            }
          }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
}`,
  /** One item, and which project it lies in: its identifier says nothing of that. */
  item: `query ProjectItem($id: ID!) {
  node(id: $id) { ... on ProjectV2Item { id type isArchived updatedAt project { id } ${content} } }
}`,
  /** What REST's number stands for. */
  contentOf: `query Content($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    nameWithOwner
    issueOrPullRequest(number: $number) {
      ... on Issue { id title author { __typename login } }
      ... on PullRequest { id title author { __typename login } }
    }
  }
}`,
} as const;
