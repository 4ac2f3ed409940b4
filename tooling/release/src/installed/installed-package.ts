/** A package as it is installed in the workspace. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string | undefined;
  readonly folder: string;
  /** The folders of those that it needs, as far as they are installed: of optional ones those for this platform alone. */
  readonly needs: readonly string[];
}
