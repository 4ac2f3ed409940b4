import type { DocumentKind } from "../../documents/document-kind.ts";

/** The kinds of document that are code. */
export type Language = Extract<DocumentKind, "typescript" | "tsx" | "javascript" | "python" | "go" | "rust" | "java">;

/** What an outline shows of a programming language, in the words of its tree-sitter grammar. */
export interface Grammar {
  /** The file that holds it. */
  readonly file: string;
  /** Nodes that are shown, and whose body has further ones: classes, namespaces. */
  readonly containers: ReadonlySet<string>;
  /** Nodes that are shown. What a function declares within itself is its own affair. */
  readonly symbols: ReadonlySet<string>;
  /** Nodes that stand around one that is shown and belong to it, such as an `export`. */
  readonly around?: ReadonlySet<string>;
  /** Nodes that hold several which are shown, such as the constants of one `const`. */
  readonly groups?: ReadonlySet<string>;
  /** Keywords of nodes that stand in a group, which has the keyword once for all. */
  readonly keywords?: Readonly<Record<string, string>>;
}
