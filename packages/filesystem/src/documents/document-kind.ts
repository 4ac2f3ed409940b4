/** What kinds of file are outlined; the programming languages are those whose grammars travel with the package. */
export type DocumentKind =
  | "markdown"
  | "json"
  | "json lines"
  | "yaml"
  | "toml"
  | "csv"
  | "typescript"
  | "tsx"
  | "javascript"
  | "python"
  | "go"
  | "rust"
  | "java"
  | "pdf"
  | "xlsx";
