import { ConnectorError } from "@drawbridge/core";

/**
 * Where ripgrep's program lies. It comes in a package for each platform, which some ways of installing leave out.
 *
 * @throws ConnectorError `unavailable`
 */
export async function ripgrepPath(
  load: () => Promise<{ readonly rgPath: string }> = () => import("@vscode/ripgrep"),
): Promise<string> {
  try {
    return (await load()).rgPath;
  } catch (cause) {
    throw noRipgrep(cause);
  }
}

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
