/** There is more under a root than is remembered. */
export class TooManyEntries extends Error {}
