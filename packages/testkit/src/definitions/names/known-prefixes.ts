/** First words of tool names: our connectors' and those of servers that many people run beside them. */
export const knownPrefixes: readonly string[] = [
  ...["fs", "filesystem", "pg", "postgres", "gh", "github", "figma"],
  ...["mcp", "git", "gitlab", "slack", "notion", "jira", "gmail", "browser", "playwright", "puppeteer"],
];
