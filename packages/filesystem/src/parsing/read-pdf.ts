import { getDocument, type PDFDocumentProxy } from "unpdf/pdfjs";
import type { Section } from "../documents/parsed.ts";
import { carriedFile } from "./carried-file.ts";
import { DocumentError } from "./document-error.ts";
import type { Parser } from "./parsing.ts";
import { pdfBookmarks } from "./pdf-bookmarks.ts";

const longestTitle = 200;

/** The text of a PDF, page by page, with its bookmarks before it. Nothing is drawn, run or fetched. */
export const readPdf: Parser = async ({ bytes, from }) => {
  const document = await open(bytes);
  const { info } = await document.getMetadata();
  return {
    facts: { pages: document.numPages, title: factOf(info, "Title"), author: factOf(info, "Author") },
    sections: sectionsOf(document, from),
  };
};

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: bytes,
      // Tables of East Asian characters, which a PDF may name where it does not bring its own.
      cMapUrl: `${carriedFile("pdfjs-dist", "cmaps")}/`,
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      maxImageSize: 0,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if ((error as Error).name !== "PasswordException") throw error;
    throw new DocumentError("refused", "The PDF is locked with a password, and passwords are not taken here.");
  }
}

function factOf(info: object, name: string): string | undefined {
  const value = (info as Record<string, unknown>)[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, longestTitle) : undefined;
}

/** The bookmarks are section 0, and pages follow by their numbers. */
async function* sectionsOf(document: PDFDocumentProxy, from: number): AsyncGenerator<Section> {
  if (from === 0) {
    const bookmarks = await pdfBookmarks(document);
    if (bookmarks !== "") yield { at: 0, text: `--- bookmarks ---\n${bookmarks}` };
  }
  for (let at = Math.max(1, from); at <= document.numPages; at += 1) {
    yield { at, text: `--- page ${at} of ${document.numPages} ---\n${await textOfPage(document, at)}\n` };
  }
}

/** One page that is broken spoils no other. */
async function textOfPage(document: PDFDocumentProxy, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
    return text.trim() === "" ? "(no text: the page is empty or a picture)" : text.trimEnd();
  } catch (error) {
    return `(this page is broken: ${(error as Error).message})`;
  }
}
