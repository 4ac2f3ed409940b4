/** A state of a file whose parts are wanted. */
export interface Wanted {
  readonly key: string;
  /** Where it is not the newest. */
  readonly version: string | undefined;
  /** The version under which parts of it are kept; undefined where nothing tells which is the newest. */
  readonly kept: string | undefined;
}

/** As the API's queries have it. */
export function ofVersion({ version }: Wanted): { readonly version?: string } {
  return version === undefined ? {} : { version };
}
