import type { Dirent } from "node:fs";
import { extname } from "node:path";
import { pathToFileURL } from "node:url";
import { type CallContext, ConnectorError, defineResource, makeVisible, type ResourceEntry } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { canBeAsked } from "../paths/can-be-asked.ts";
import { pathOfAddress } from "../paths/path-of-address.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { openRegular } from "../reading/open-regular.ts";
import type { Root } from "../roots/root.ts";
import { watchFile } from "../watching/watch-file.ts";
import { completePath } from "./complete-path.ts";

/** A list for a person to pick from; a model has fs_list. */
const mostListed = 200;
const mostListedBytes = 48 * 1024;

/** What a host can take in one message, once encoded. */
const largest = 1024 * 1024;

/** Files by their `file://` address (RFC 8089), exact to the byte. */
export const file = defineResource({
  name: "file",
  title: "File",
  description: "A file under one of the roots, exact to the byte, up to 1 MiB; fs_read reads larger ones by pages.",
  uriTemplate: "file://{+path}",
  like: "fs_read",
  async list({ client }: CallContext<Files>) {
    const entries: ResourceEntry[] = [];
    let bytes = 0;
    for (const root of client.roots) {
      const { given } = root;
      const names = entriesOf(client, root)
        .filter(({ name }) => canBeAsked(name))
        .filter((entry) => entry.isFile() && !client.denies({ root, names: [entry.name], asked: [entry.name] }));
      for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostListed - entries.length)) {
        const entry = { uri: pathToFileURL(`${given}/${name}`).href, name };
        bytes += Buffer.byteLength(JSON.stringify(entry));
        if (bytes > mostListedBytes) return entries;
        entries.push(entry);
      }
    }
    return entries;
  },
  complete: async (_, typed, { client }) => completePath(client, typed),
  async read(uri, { client }: CallContext<Files>) {
    // An address is exact: what looks like a visible escape in it is the name itself.
    using opened = openRegular(client, makeVisible(pathOfAddress(uri)));
    if (opened.stats.size > largest) {
      const path = shownPath(opened.root, opened.names);
      throw new ConnectorError("refused", `${showName(path)} is larger than 1 MiB. Read it by pages with fs_read.`);
    }
    const bytes = await opened.read(0, largest);
    const { default: mime } = await import("mime/lite");
    const type = mime.getType(extname(opened.path));
    const text = textOf(bytes);
    const links = Number(opened.stats.nlink);
    const facts = links > 1 ? { note: "hard link: the same file has other names", nlink: links } : {};
    return text === undefined
      ? { body: bytes, mimeType: type ?? "application/octet-stream", facts }
      : { body: text, mimeType: type ?? "text/plain", facts };
  },
  async watch(uri, listener, { client }: CallContext<Files>) {
    const path = pathOfAddress(uri);
    // Whoever may not read a file is not told that it changes.
    openRegular(client, makeVisible(path))[Symbol.dispose]();
    return watchFile(client, path, listener);
  },
});

/** None of a folder that was moved away. */
function entriesOf(files: Files, { given }: Root): Dirent[] {
  try {
    using folder = files.reachFolder(makeVisible(given));
    return folder.directory.list();
  } catch (error) {
    if (ConnectorError.is(error)) return [];
    throw error;
  }
}

/** Text only where decoding and encoding give back the very bytes. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
