import type {
  Comment,
  DevResource,
  GetFileMetaResponse,
  GetFileResponse,
  GetLocalVariablesResponse,
  User,
} from "@figma/rest-api-spec";

export type Plan = "starter" | "pro" | "org" | "enterprise";

/** What a file has at one time. */
export type StandDocument = Pick<GetFileResponse, "document" | "components" | "componentSets" | "styles"> &
  Partial<Pick<GetFileResponse, "name" | "schemaVersion">>;

export interface StandVersion {
  readonly id: string;
  readonly created: Date;
  readonly by: User;
  readonly label: string | null;
  readonly description: string | null;
  readonly content: StandDocument;
}

/** A file of the stand. Everything but its key may be changed by a test. */
export interface StandFile {
  readonly key: string;
  name: string;
  plan: Plan;
  editorType: GetFileMetaResponse["file"]["editorType"];
  project: string;
  /** The key of the file that it is a branch of. */
  branchOf?: string;
  /** Who may see it; everybody where nobody is named. */
  readers?: readonly string[];
  /** The newest first. */
  readonly versions: StandVersion[];
  readonly comments: Comment[];
  readonly devResources: DevResource[];
  variables: GetLocalVariablesResponse["meta"];
  /** Images by `imageRef`, as bytes of a PNG or a JPEG. */
  readonly images: Map<string, Buffer>;
}
