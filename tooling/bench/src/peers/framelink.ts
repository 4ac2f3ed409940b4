import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { figmaDocuments } from "../figma/figma-documents.ts";
import type { FigmaSamples } from "../samples/figma-samples.ts";
import { installPackage } from "./install-package.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import type { Simplifier } from "./simplifier.ts";
import { textOf } from "./text-of.ts";

const PACKAGE = "figma-developer-mcp";
const VERSION = "0.13.2";

/** Framelink's server, which most people use for this. It knows the live Figma alone, and answers a file at once. */
export function framelink({ url, token }: FigmaSamples): Peer & Simplifier {
  let installed = peersFolder;
  return {
    name: "framelink",
    version: async () => VERSION,
    prepare: async () => {
      installed = await installPackage(PACKAGE, VERSION);
    },
    // As people start it, where it is only started.
    arguments: (setup) => [
      ...(setup === "usual" ? [] : ["--import", new URL("./reach-stand.js", import.meta.url).href]),
      ...[join(installed, "dist", "bin.js"), "--stdio", "--no-telemetry"],
    ],
    environment: () => ({ FIGMA_API_KEY: token(), BENCH_LIVE: "https://api.figma.com", BENCH_STAND: url() }),
    tasks: Object.fromEntries(
      figmaDocuments.map(({ key }) => [
        key,
        {
          call: () => ({ name: "get_figma_data", arguments: { fileKey: key } }),
          items: (result) => [textOf(result)],
        },
      ]),
    ),
    async simplifier() {
      const library = await import(pathToFileURL(join(installed, "dist", "index.js")).href);
      const { simplifyRawFigmaObject, allExtractors, collapseSvgContainers } = library;
      return (answer) => simplifyRawFigmaObject(answer, allExtractors, { afterChildren: collapseSvgContainers });
    },
  };
}
