/** What an option's schema cannot say of itself. */
export interface OptionMetadata {
  /** One line for `--help` and the documentation. */
  readonly description: string;
  /** How the value is written: `<file>`, `<n>`. */
  readonly placeholder?: string;
  /** Kept out of results, errors, logs and process lists; read from the environment, a file or `${env:NAME}` only. */
  readonly secret?: boolean;
  /** What of a value must never leave the process, where the rest may: the password of an address. */
  readonly secretsWithin?: (value: string) => readonly string[];
  /** Given and empty is not the same as not given: what it keeps shut would stand open. The reader of the options refuses it. */
  readonly emptyCounts?: boolean;
  /** The ecosystem's own names, asked after `DRAWBRIDGE_<OPTION>`. */
  readonly environment?: readonly string[];
  /** Takes the arguments that are not flags. */
  readonly positional?: boolean;
  /** It is a path, or begins with one: a relative one belongs to the folder in which the program runs. */
  readonly path?: boolean;
  /** A list may be written in one value, split at this character. */
  readonly separator?: string;
  /** Shown instead of the schema's default. */
  readonly defaultText?: string;
  /** Belongs to the moment, not to a configuration: no environment variable and no key in a file. */
  readonly flagOnly?: boolean;
}
