import { noRipgrep } from "./no-ripgrep.ts";

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
