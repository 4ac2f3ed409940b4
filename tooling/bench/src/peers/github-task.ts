/** The pieces of work of the github suite that may be done anew, at an address that nobody has asked for, or again at the same. */
export type GithubReading = "read file" | "list issues" | "get issue" | "search repositories" | "list commits";

/** The pieces of work of the github suite. To review is to see a pull request with its checks, reviews and comments. */
export type GithubTask =
  | GithubReading
  | `${GithubReading} again`
  | "read file of a commit again"
  | "review"
  | "create issue"
  | "comment";
