/** What an error is marked with where a change may have been made, since GitHub's answer was lost. */
export const lostAnswer = "the answer was lost";
