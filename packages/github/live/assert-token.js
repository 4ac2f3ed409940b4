// Before `pnpm test:live`, which reaches live GitHub and is no part of the ordinary tests.
if (!process.env.GITHUB_TOKEN) {
  console.error("test:live reads from live GitHub, so set GITHUB_TOKEN to a token that may read public repositories.");
  process.exit(1);
}
