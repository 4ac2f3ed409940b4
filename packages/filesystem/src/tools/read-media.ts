import { extname } from "node:path";
import { ConnectorError, defineTool, largestMedia, sha256, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Files } from "../files.ts";
import { showName } from "../paths/show-name.ts";
import { etagOf } from "../reading/etag-of.ts";
import { linkFacts } from "../reading/link-facts.ts";
import { openRegular } from "../reading/open-regular.ts";
import { readWhole } from "../reading/read-whole.ts";
import { tooLarge } from "../reading/too-large.ts";
import { fields } from "./fields.ts";

const outlined = /^application\/(?:pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/;

/** The types that models are generally made to see; others may reach one that cannot. */
const common = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/(?:mpeg|wav|ogg|flac))$/;

/** One image or sound. */
export const readMedia = defineTool({
  name: "fs_read_media",
  title: "Read image or sound",
  description:
    "Answers an image or a sound for you to see or hear, up to 5 MiB. What it is, its bytes decide and not its name; where " +
    "the two differ, the header says so. For text, SVG included, use fs_read; for a PDF or XLSX, fs_outline.",
  effect: "read",
  idempotent: true,
  limits: { atOnce: 2 },
  input: z.object({ path: fields.path }),
  async run({ path }, { client, signal }: ToolContext<Files>) {
    using file = openRegular(client, path);
    assertFits(file.path, Number(file.stats.size));
    const media = await readWhole(file, client, signal);
    assertFits(file.path, media.length);
    const { parseApart } = await import("../documents/parse-apart.ts");
    const { facts } = await parseApart({ kind: "media", bytes: media, from: 0, most: 0 }, signal);
    const type = `${facts.type}`;
    if (!/^(?:image|audio)\//.test(type)) throw noMedia(file.path, facts.type, media);
    return {
      facts: {
        path: file.path,
        type,
        size: media.length,
        etag: etagOf(file.stats, sha256(media)),
        name_says: await otherType(file.path, `${facts.extension}`),
        ...linkFacts(file),
        support: common.test(type) ? undefined : "not every model can take this type",
      },
      parts: [{ media, mimeType: type }],
    };
  },
});

function assertFits(path: string, bytes: number): void {
  if (bytes > largestMedia) throw tooLarge(path, bytes, largestMedia, "An answer has no room for more media.");
}

/** What the file's name says that it is, where that is something else. */
async function otherType(path: string, extension: string): Promise<string | undefined> {
  const { default: mime } = await import("mime/lite");
  const said = mime.getType(extname(path));
  return said === mime.getType(extension) ? undefined : (said ?? undefined);
}

function noMedia(path: string, type: unknown, bytes: Buffer): ConnectorError {
  const name = showName(path);
  if (type === undefined && !bytes.includes(0)) {
    return new ConnectorError(
      "invalid_input",
      `${name} is neither an image nor a sound, but text. Read it with fs_read.`,
    );
  }
  if (type === "application/xml") {
    return new ConnectorError("invalid_input", `${name} is XML, as SVG is, and so text. Read it with fs_read.`);
  }
  const advice = outlined.test(`${type}`) ? "Read it with fs_outline." : "Hosts can read it as a resource (file://…).";
  return new ConnectorError(
    "invalid_input",
    `${name} is neither an image nor a sound, but ${type ?? "of no known type"}. ${advice}`,
  );
}
