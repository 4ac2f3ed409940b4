/** GitHub's own account, for those who deleted theirs. It may write nowhere, so that nobody is trusted in its name. */
export const nobody = "ghost";
