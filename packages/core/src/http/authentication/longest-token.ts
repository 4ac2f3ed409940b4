/** Characters that a token may have. Those of large issuers have 1 to 4 KiB. */
export const longestToken = 8 << 10;
