import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { examples } from "./examples/examples.ts";
import { allPages } from "./pages/all-pages.ts";
import { menu } from "./pages/menu.ts";

// Writes the pages that VitePress makes the site of, from the repository's documents and from connectors at work.
const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = fileURLToPath(new URL("../", import.meta.url));
const folder = join(here, "pages");

const pages = await allPages(root, join(here, "content"), examples);
rmSync(folder, { recursive: true, force: true });
for (const { path, content } of pages) {
  const file = join(folder, `${path}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
cpSync(join(root, "docs", "images"), join(folder, "public"), { recursive: true });
writeFileSync(join(folder, "menu.json"), JSON.stringify(menu(pages)));
process.stdout.write(`${pages.length} pages are written.\n`);
