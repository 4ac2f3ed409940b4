/** What initdb made has a lower number, and cannot be changed by anybody. */
export const firstOfUsers = 16384;
