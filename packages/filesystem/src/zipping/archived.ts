import type { Entry } from "yauzl";

/** A file in an archive, as its list tells of it. */
export interface ArchivedFile {
  readonly type: "file";
  readonly name: string;
  /** Its path in the archive, for messages. */
  readonly path: string;
  readonly zipped: Entry;
  readonly isExecutable: boolean;
  readonly modified: Date | undefined;
}

/** A folder in an archive, which may have an entry of its own or stand only in the paths of others. */
export interface ArchivedFolder {
  readonly type: "folder";
  readonly name: string;
  modified?: Date | undefined;
  /** By their names as a file system may compare them. */
  readonly inner: Map<string, Archived>;
}

export type Archived = ArchivedFile | ArchivedFolder;
