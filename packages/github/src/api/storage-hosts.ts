/** Where github.com sends who downloads logs, archives and files of releases. Redirects lead there, never a caller's URL. */
export const storageHosts: readonly string[] = [
  "*.blob.core.windows.net",
  "*.actions.githubusercontent.com",
  "codeload.github.com",
  "objects.githubusercontent.com",
  "raw.githubusercontent.com",
  "release-assets.githubusercontent.com",
];
