import type { FigmaState } from "./figma-state.ts";
import type { StandDocument, StandFile } from "./stand-file.ts";

/** Puts a file with one version into the stand: a design of an Enterprise plan, unless something else is said. */
export function addFile(
  state: FigmaState,
  given: Partial<StandFile> & { readonly key: string },
  content: StandDocument,
): StandFile {
  const file: StandFile = {
    ...{ name: content.name ?? "Untitled", plan: "enterprise", editorType: "figma", project: "51" },
    ...{ versions: [], comments: [], devResources: [], images: new Map() },
    variables: { variables: {}, variableCollections: {} },
    ...given,
  };
  state.files.set(file.key, file);
  if (file.versions.length === 0) state.commit(file, content, "ada");
  return file;
}
