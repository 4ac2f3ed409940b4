/** Far above the longest line that is ever written, its line end included; in bytes. */
export const longestLine = 64 * 1024;
