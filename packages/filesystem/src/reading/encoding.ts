/** How a file's bytes are read as text. */
export interface Encoding {
  /** A label of the WHATWG Encoding Standard. */
  readonly label: string;
  /** Bytes of one code unit: 2 for UTF-16, else 1. */
  readonly unit: 1 | 2;
  /** Bytes of the byte order mark that the file begins with. */
  readonly markLength: number;
  /** Neither a mark, nor strict UTF-8, nor the caller said so. */
  readonly guessed: boolean;
}
