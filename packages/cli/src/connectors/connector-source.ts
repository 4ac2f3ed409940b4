/** Where a connector's program comes from. */
export type ConnectorSource = RegistrySource | FolderSource;

/** A package of the registry, at one exact version. */
export interface RegistrySource {
  readonly kind: "registry";
  readonly package: string;
  readonly version: string;
}

/** A package that lies in a folder of this machine, built. */
export interface FolderSource {
  readonly kind: "folder";
  /** Absolute. */
  readonly folder: string;
  readonly package: string;
  readonly version: string;
  /** The program in it, absolute. */
  readonly program: string;
}
