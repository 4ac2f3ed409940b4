import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { FilesystemSamples } from "../samples/filesystem-samples.ts";
import type { FilesystemTask } from "./filesystem-task.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";
import { peersFolder } from "./peers-folder.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

const program = join(peersFolder, "echo-server.mjs");

/**
 * A bare server on our SDK that answers the same texts from memory: the floor, below which no connector on this SDK can get.
 * It is bundled like a published connector, since a bundle starts sooner.
 */
export function sdkEcho({ small, large }: FilesystemSamples): Peer<FilesystemTask> {
  return {
    name: "SDK echo",
    version: () => packageVersion(fileURLToPath(new URL("..", import.meta.resolve("@modelcontextprotocol/server")))),
    prepare: async () => {
      const entry = fileURLToPath(new URL("./echo-server.js", import.meta.url));
      const options = { bundle: true, minify: true, platform: "node", format: "esm", target: "node20" } as const;
      await build({ ...options, entryPoints: [entry], outfile: program, logLevel: "error" });
    },
    arguments: () => [program],
    tasks: { "read small": echo(small.text.length), "read large": echo(large.text.length) },
  };
}

function echo(bytes: number): Task {
  return { call: () => ({ name: "echo", arguments: { bytes } }), items: (result) => [textOf(result)] };
}
