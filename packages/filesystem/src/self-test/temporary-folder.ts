import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A fresh folder that is removed when it is disposed of, and at the latest when the process ends. */
export interface TemporaryFolder extends Disposable {
  /** Free of links. */
  readonly path: string;
}

/** Makes a folder whose name begins so. Throws the system's error. */
export function temporaryFolder(parent: string, beginning: string): TemporaryFolder {
  const path = mkdtempSync(join(realpathSync.native(parent), beginning));
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  process.once("exit", remove);
  return {
    path,
    [Symbol.dispose]() {
      process.off("exit", remove);
      remove();
    },
  };
}
