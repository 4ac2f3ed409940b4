import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "vitepress";

const menu = new URL("../pages/menu.json", import.meta.url);
if (!existsSync(menu))
  throw new Error("The pages are not written yet: run pnpm site, or pnpm --filter @drawbridge/docs pages");

export default defineConfig({
  title: "Drawbridge",
  description: "MCP connectors that a company can let an AI model use",
  lang: "en",
  srcDir: "pages",
  cleanUrls: true,
  // Nothing is fetched from elsewhere, neither when it is built nor when it is read.
  head: [],
  themeConfig: {
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Start", link: "/start" },
      { text: "Connectors", link: "/connectors/" },
      { text: "Security", link: "/security" },
      { text: "Contribute", link: "/contributing/add-a-connector" },
    ],
    sidebar: JSON.parse(readFileSync(menu, "utf8")),
    socialLinks: [{ icon: "github", link: "https://github.com/drawbridge-mcp/drawbridge" }],
  },
});
