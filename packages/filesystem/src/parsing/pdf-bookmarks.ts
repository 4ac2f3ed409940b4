import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { type OutlineEntry, outlineText } from "./outline-text.ts";

/** Bookmarks can be linked into rings. */
const most = 500;
const deepest = 8;

type Bookmark = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

/** A PDF's own table of contents, with the pages that it leads to; empty where it has none. */
export async function pdfBookmarks(document: PDFDocumentProxy): Promise<string> {
  const entries: OutlineEntry[] = [];
  const add = async (bookmarks: readonly Bookmark[], depth: number): Promise<void> => {
    for (const { title, dest, items } of bookmarks) {
      if (entries.length >= most) return;
      const page = await pageOf(document, dest);
      entries.push({ depth, label: page === undefined ? title : `${title}: page ${page}` });
      if (depth < deepest) await add(items, depth + 1);
    }
  };
  try {
    await add((await document.getOutline()) ?? [], 0);
  } catch {
    // A table of contents that is broken says nothing of the pages.
  }
  return outlineText(entries);
}

async function pageOf(document: PDFDocumentProxy, target: Bookmark["dest"]): Promise<number | undefined> {
  try {
    const [reference] = (typeof target === "string" ? await document.getDestination(target) : target) ?? [];
    return reference === undefined ? undefined : (await document.getPageIndex(reference)) + 1;
  } catch {
    return undefined;
  }
}
