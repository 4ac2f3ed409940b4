import type { ErrorCode } from "@drawbridge/core";

/** What is said of one of the system's failures. */
export interface SystemFailure {
  readonly code: ErrorCode;
  /** Where something was looked at, by the path as it is shown. */
  readonly looking?: (shown: string) => string;
  /** Where something was to be changed, and nothing was. */
  readonly changing?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const full: SystemFailure = { code: "refused", changing: "The disk is full, or this user's share of it" };
const forbidden: SystemFailure = {
  code: "refused",
  looking: (shown) => `The operating system does not let this server read ${shown}.`,
  changing: "The operating system does not let this server's user change it",
};
const taken: SystemFailure = { code: "conflict", changing: "Something was put there meanwhile" };
const noName: SystemFailure = {
  code: "invalid_input",
  looking: (shown) => `${shown} cannot be the name of a file here.`,
};
const tooManyOpen: SystemFailure = {
  code: "unavailable",
  looking: () => "Too many files are open. Try again with fewer calls at once.",
  retryAfter: 1,
};

/** The system's failures that say something to a caller, by their codes; what else there is, is the server's own trouble. */
export const systemFailures: ReadonlyMap<string | undefined, SystemFailure> = new Map(
  Object.entries<SystemFailure>({
    ENOENT: { code: "not_found", looking: (shown) => `${shown} does not exist.` },
    ENOTDIR: {
      code: "not_found",
      looking: (shown) => `${shown} does not exist: a file stands where the path needs a folder.`,
    },
    ELOOP: {
      code: "refused",
      looking: (shown) => `${shown} goes in a circle of links, or a link was put there meanwhile.`,
    },
    ESTALE: { code: "conflict", looking: (shown) => `${shown} was replaced while it was looked at. Try again.` },
    EACCES: forbidden,
    EPERM: forbidden,
    EINVAL: noName,
    ENAMETOOLONG: noName,
    EMFILE: tooManyOpen,
    ENFILE: tooManyOpen,
    ENOSPC: full,
    EDQUOT: full,
    EFBIG: { code: "refused", changing: "The file would be larger than this system allows" },
    EROFS: { code: "refused", changing: "The disk can only be read" },
    EIO: { code: "refused", changing: "The disk failed" },
    EBUSY: { code: "refused", changing: "The operating system is using it: a disk is mounted there, for instance" },
    EXDEV: {
      code: "refused",
      changing: "The file system does not let this be moved as a whole, but what is in it one by one",
    },
    EEXIST: taken,
    ENOTEMPTY: taken,
  }),
);
