/** What an archive may hold at most, packed or unpacked. */
export const archiveLimits = {
  /** Files and folders, those included that stand only in the paths of others. */
  entries: 50_000,
  /** Bytes of all files together, unpacked. */
  bytes: 1024 ** 3,
  /** Folders in each other. */
  depth: 128,
  /** Bytes of the list of what is in it: names, comments and the rest. */
  listBytes: 32 * 1024 * 1024,
  /** How many times larger than packed content may become, above some size. */
  ratio: 200,
  ratioFromBytes: 10 * 1024 * 1024,
};
