import { extname } from "node:path";
import { type CallContext, ConnectorError, defineResource, makeVisible, textType } from "@drawbridge/core";
import type { Files } from "../files.ts";
import { pathOfAddress } from "../paths/path-of-address.ts";
import { showName } from "../paths/show-name.ts";
import { shownPath } from "../paths/shown-path.ts";
import { openRegular } from "../reading/open-regular.ts";
import { watchFile } from "../watching/watch-file.ts";
import { watchState } from "../watching/watch-state.ts";
import { completePath } from "./complete-path.ts";
import { listedFiles } from "./listed-files.ts";

/** Milliseconds between two looks at what is listed. */
const listInterval = 2000;

/** What a host can take in one message, once encoded. */
const largest = 1024 * 1024;

/** Files by their `file://` address (RFC 8089), exact to the byte. */
export const file = defineResource({
  name: "file",
  title: "File",
  description: "A file under one of the roots, exact to the byte, up to 1 MiB; fs_read reads larger ones by pages.",
  uriTemplate: "file://{+path}",
  like: "fs_read",
  list: async ({ client }: CallContext<Files>) => listedFiles(client),
  async watchList(listener, { client }: CallContext<Files>) {
    const state = () =>
      listedFiles(client)
        .map(({ uri }) => uri)
        .join("\n");
    return watchState(state, listInterval, listener);
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
      : { body: text, mimeType: textType(type), facts };
  },
  async watch(uri, listener, { client }: CallContext<Files>) {
    const path = pathOfAddress(uri);
    // Whoever may not read a file is not told that it changes.
    openRegular(client, makeVisible(path))[Symbol.dispose]();
    return watchFile(client, path, listener);
  },
});

/** Text only where decoding and encoding give back the very bytes. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
