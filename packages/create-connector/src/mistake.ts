/** What a person can mend; told in one line. */
export class Mistake extends Error {}
