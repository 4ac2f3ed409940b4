import { describe, expect, it } from "vitest";
import { document } from "../../test/stand/document.ts";
import { parsedText } from "../../test/stand/parsed-text.ts";

const read = (name: string) => parsedText("pdf", document(name));

describe("a PDF", () => {
  it("is read page by page, behind its bookmarks", async () => {
    expect(await read("recipes.pdf")).toEqual({
      facts: { pages: 3, title: "Three recipes", author: "The bakery" },
      text:
        "--- bookmarks ---\nCountry loaf: page 1\nBrioche: page 2\nRye with caraway: page 3\n" +
        "--- page 1 of 3 ---\nCountry loaf\n500 g flour, 350 g water, 10 g salt.\nBake at 240 degrees for 45 minutes.\n" +
        "--- page 2 of 3 ---\nBrioche\nButter, eggs, flour and patience.\nCafé crème goes well with it.\n" +
        "--- page 3 of 3 ---\nRye with caraway\nSourdough, rye, and two spoons of caraway.\n",
    });
  });

  it("is legible where it leaves East Asian characters to its reader", async () => {
    expect((await read("east-asian.pdf")).text).toContain("日本語のテキスト\n中文文本");
  });

  it("says of a page that is a picture that it has no text", async () => {
    expect((await read("scan.pdf")).text).toContain("no text");
  });

  it("is refused where a password locks it", async () => {
    await expect(read("locked.pdf")).rejects.toThrow("refused: The PDF is locked");
  });

  it("is refused where it is broken, and read where only its table of parts is", async () => {
    await expect(parsedText("pdf", "%PDF-1.7\nnothing else")).rejects.toThrow("invalid_input");
    const damaged = document("recipes.pdf")
      .toString("latin1")
      .replace(/startxref\n\d+/, "startxref\n7");
    expect((await parsedText("pdf", Buffer.from(damaged, "latin1"))).text).toContain("Country loaf");
  });
});
