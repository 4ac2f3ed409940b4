/** An entry of a git tree, as GitHub tells it. */
export interface TreeEntry {
  readonly path: string;
  /** `100644`, `100755` executable, `120000` symlink, `040000` folder, `160000` submodule. */
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  readonly size?: number;
}
