import { extname } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { showName } from "../paths/show-name.ts";
import type { DocumentKind } from "./document-kind.ts";

const byExtension: Readonly<Record<string, DocumentKind>> = {
  ".md": "markdown",
  ".markdown": "markdown",
  ".mdx": "markdown",
  ".json": "json",
  ".jsonc": "json",
  ".geojson": "json",
  ".ipynb": "json",
  ".webmanifest": "json",
  ".jsonl": "json lines",
  ".ndjson": "json lines",
  ".toml": "toml",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".csv": "csv",
  ".tsv": "csv",
  ".ts": "typescript",
  ".mts": "typescript",
  ".cts": "typescript",
  ".tsx": "tsx",
  ".js": "javascript",
  ".mjs": "javascript",
  ".cjs": "javascript",
  ".jsx": "javascript",
  ".py": "python",
  ".pyi": "python",
  ".go": "go",
  ".rs": "rust",
  ".java": "java",
  ".pdf": "pdf",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
};

/** What texts of no telling name begin with. */
const byBeginning: ReadonlyArray<readonly [beginning: RegExp, kind: DocumentKind]> = [
  [/^#!.*\bpython/, "python"],
  [/^#!.*\b(?:node|deno|bun)\b/, "javascript"],
  // A table's name, which in JSON could be one of three words.
  [/^(?:\s*#.*\n)*\s*\[\[?(?!(?:true|false|null)\b)[A-Za-z_][\w. -]*\]/, "toml"],
  [/^\s*[[{]/, "json"],
  [/^(?:---|%YAML)\s/, "yaml"],
  [/^#{1,6} \S/m, "markdown"],
];

const headBytes = 1024;

/** What kind of document a file is: by its bytes where these say so, else by its name, else by how it begins. */
export function kindOf(path: string, bytes: Buffer): DocumentKind {
  const head = bytes.toString("latin1", 0, headBytes);
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\x03\x04") && bytes.includes("xl/workbook.xml")) return "xlsx";
  const kind = byExtension[extname(path).toLowerCase()] ?? byBeginning.find(([beginning]) => beginning.test(head))?.[1];
  if (kind !== undefined) return kind;
  throw new ConnectorError(
    "invalid_input",
    `${showName(path)} is of no kind that has an outline: Markdown, JSON, YAML, TOML, CSV, PDF, XLSX, and code in TypeScript, ` +
      "JavaScript, Python, Go, Rust and Java have one. fs_read reads text, fs_read_media images and sounds.",
  );
}
