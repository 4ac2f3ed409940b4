import { Page, Redactor } from "@drawbridge/core";
import type { Files } from "../../src/files.ts";
import { openRegular } from "../../src/reading/open-regular.ts";
import { readText, type TextRead, type Wanted } from "../../src/reading/read-text.ts";

/** One page of a file's text, as the tools read it. */
export async function readPage(
  files: Files,
  path: string,
  wanted: Wanted = {},
  place?: unknown,
  pageBytes = 60_000,
  redactor = new Redactor(),
  room = async () => {},
): Promise<TextRead> {
  using file = openRegular(files, path);
  const page = new Page(place, pageBytes);
  const { stretch: withoutCutSecrets, reach: secretReach } = redactor;
  const signal = AbortSignal.timeout(20_000);
  return await readText(file, wanted, { page, signal, withoutCutSecrets, secretReach, room });
}

/** All pages, from the first on. Ends with an error where they never do. */
export async function readPages(
  files: Files,
  path: string,
  wanted: Wanted = {},
  pageBytes?: number,
  redactor?: Redactor,
): Promise<readonly TextRead[]> {
  const pages = [await readPage(files, path, wanted, undefined, pageBytes, redactor)];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    if (pages.length > 20_000) throw new Error("The pages never end");
    // A cursor carries a place as JSON.
    pages.push(await readPage(files, path, wanted, JSON.parse(JSON.stringify(next)), pageBytes, redactor));
  }
  return pages;
}
