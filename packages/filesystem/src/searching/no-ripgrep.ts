import { ConnectorError } from "@drawbridge/core";

/** What the caller is told where ripgrep is missing or cannot be started. */
export function noRipgrep(cause: unknown): ConnectorError {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  return new ConnectorError(
    "unavailable",
    `fs_grep needs ripgrep, whose package ${name} is missing or cannot be run. The person who runs this server has to ` +
      "install it again without leaving out optional dependencies: npm install --include=optional",
    { cause, internal: (cause as Error).message },
  );
}
