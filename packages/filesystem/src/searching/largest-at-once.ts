/** Files up to here are searched as they are; of larger ones a part after the other, each by a child of its own. */
export const largestAtOnce = 64 * 1024 * 1024;
