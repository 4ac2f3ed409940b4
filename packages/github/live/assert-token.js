// Before `pnpm test:live`, which reaches live GitHub or live Figma and is no part of the ordinary tests.
if (!process.env.GITHUB_TOKEN && !process.env.FIGMA_TOKEN) {
  console.error(
    "test:live reads from live systems, so set GITHUB_TOKEN to a token that may read public repositories, or FIGMA_TOKEN to one of Figma.",
  );
  process.exit(1);
}
