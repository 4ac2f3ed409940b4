import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Documents that real designers made, which lie beside the project and not in it. */
const folder = new URL("../../../../../shared/fixtures/figma/", import.meta.url);

/** A document of the figma suite, by the key under which the stand has it. */
export interface FigmaDocumentSample {
  readonly key: string;
  readonly label: string;
  /** Where its JSON is; absent for one that is generated. */
  readonly path?: string;
  /** Nodes, where it is generated. */
  readonly nodes?: number;
  /** It is that of a later day. */
  readonly isChanged?: boolean;
}

const real = (key: string, label: string, file: string): FigmaDocumentSample => ({
  key,
  label,
  path: fileURLToPath(new URL(file, folder)),
});

const reals = [
  real("benchTemplate000000001", "A design system, 1,205 nodes", "figmagic-template.json"),
  real("benchComponents0000001", "98 components, 199 nodes", "code-connect-wizard_many_components.json"),
  real("benchVariants000000001", "Variants, 28 nodes", "code-connect-wizard.json"),
];

/** About 20 MB, as the API writes it. */
export const largeDocument: FigmaDocumentSample = { key: "benchLarge000000000001", label: "20 MB", nodes: 23_600 };

/** The same, of a later day. */
export const changedDocument: FigmaDocumentSample = {
  ...largeDocument,
  ...{ key: "benchChanged0000000001", label: "20 MB, of a later day", isChanged: true },
};

/** An app's screens, generated. */
export const appDocument: FigmaDocumentSample = {
  key: "benchApp00000000000001",
  label: "Screens of an app, 1,501 nodes",
  nodes: 1_500,
};

/** Those that are there. */
export const figmaDocuments: readonly FigmaDocumentSample[] = [
  ...reals.filter(({ path }) => path !== undefined && existsSync(path)),
  appDocument,
  largeDocument,
  changedDocument,
];
