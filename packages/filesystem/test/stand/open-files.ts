import type { Access } from "@drawbridge/core";
import { afterAll } from "vitest";
import { chooseContainment } from "../../src/containment/choose-containment.ts";
import { Files } from "../../src/files.ts";
import { openRoots } from "../../src/roots/open-roots.ts";
import { Deny } from "../../src/secrets/deny.ts";

interface Opening {
  /** Of every root; `read` without it. */
  readonly access?: Access;
  readonly deny?: readonly string[];
  readonly maxFileBytes?: number;
  readonly followSymlinks?: boolean;
}

/** The connector's client over real folders, closed after the tests of this file. */
export function openFiles(paths: readonly string[], { access, deny, ...options }: Opening = {}): Files {
  const containment = chooseContainment();
  const grants = paths.map((path) => ({ path, access }));
  const roots = openRoots(grants, undefined, containment);
  const files = new Files({ roots, containment, deny: new Deny(deny), ...options });
  afterAll(() => files.close());
  return files;
}
