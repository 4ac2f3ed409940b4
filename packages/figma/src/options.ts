import { option } from "@drawbridge/core";
import * as z from "zod";

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  files: option(z.array(z.string().min(1)).default([]), {
    description:
      "Local files to serve, without a token: .fig and .jam as Figma saves them, or .json as its API gives them",
    placeholder: "[file.fig …]",
    positional: true,
    path: true,
  }),
  token: option(z.string().trim().min(1).optional(), {
    description: "A personal access token or an OAuth token; without one only the files that are named can be read",
    secret: true,
    environment: ["FIGMA_TOKEN", "FIGMA_API_KEY", "FIGMA_ACCESS_TOKEN"],
  }),
  bridge: option(z.boolean().optional(), {
    description:
      "Wait for the plugin that connects open files, so that they can be read; always so with --access write",
    defaultText: "with --access write",
  }),
  plugin: option(z.boolean().optional(), {
    description: "Say where the plugin for Figma lies and how it is imported, and exit",
    flagOnly: true,
  }),
  apiUrl: option(z.string().min(1).default("https://api.figma.com"), {
    description: "Where the API is: Figma for Government, or a company's gateway before it",
    placeholder: "<url>",
  }),
  downloadDir: option(z.string().min(1).optional(), {
    description: "The folder that figma_download may write into; without it that tool is not served",
    placeholder: "<dir>",
  }),
  cache: option(z.enum(["disk", "memory", "off"]).default("disk"), {
    description:
      "Where documents are kept by their version, and the count of requests; on disk documents are sealed with the token",
  }),
  cacheDir: option(z.string().min(1).optional(), {
    description: "The folder of --cache disk; any number of servers may share it",
    placeholder: "<dir>",
    path: true,
    defaultText: "$XDG_CACHE_HOME/drawbridge/figma, or under ~/.cache",
  }),
  cacheBytes: option(
    z
      .int()
      .min(1 << 20)
      .default(512 << 20),
    {
      description: "The most that the folder's documents may have together",
      placeholder: "<n>",
      defaultText: "512 MiB",
    },
  ),
  maxDocumentBytes: option(
    z
      .int()
      .min(1 << 20)
      .max(400 << 20)
      .default(192 << 20),
    {
      description: "The most that one answer of the API, or one local file, may have",
      placeholder: "<n>",
      defaultText: "192 MiB",
    },
  ),
  codeConnect: option(z.string().min(1).optional(), {
    description: "A project's folder with files of Code Connect (*.figma.tsx), told beside the components they connect",
    placeholder: "<folder>",
  }),
});
