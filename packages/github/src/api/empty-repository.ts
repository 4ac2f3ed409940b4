/** By what an error about a repository without any commit is known, beside its message: its `internal`. */
export const emptyRepository = "the repository is empty";
