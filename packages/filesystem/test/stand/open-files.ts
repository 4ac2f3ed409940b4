import { afterAll } from "vitest";
import { chooseContainment } from "../../src/containment/choose-containment.ts";
import { Files } from "../../src/files.ts";
import { openRoots } from "../../src/roots/open-roots.ts";
import { Deny } from "../../src/secrets/deny.ts";

/** The connector's client over real folders, closed after the tests of this file. */
export function openFiles(roots: readonly string[], deny: readonly string[] = []): Files {
  const containment = chooseContainment();
  const grants = roots.map((path) => ({ path, access: undefined }));
  const files = new Files(openRoots(grants, undefined, containment), containment, new Deny(deny));
  afterAll(() => files.close());
  return files;
}
