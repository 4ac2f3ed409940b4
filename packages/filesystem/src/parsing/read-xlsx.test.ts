import { describe, expect, it } from "vitest";
import { document } from "../../test/stand/document.ts";
import { parsedText } from "../../test/stand/parsed-text.ts";
import { parse } from "./parse.ts";

const read = (name: string) => parsedText("xlsx", document(name));

describe("a workbook", () => {
  it("tells of its sheets, and then of their cells by rows", async () => {
    const { facts, text } = await read("orders.xlsx");
    expect(facts).toEqual({ sheets: 4 });
    expect(text.split("\n").slice(0, 10)).toEqual([
      "Orders: A1:E41",
      "  first row: A1: Order | B1: Customer | C1: Baked on | D1: Loaves | E1: Paid",
      "Totals: C3:D6",
      "  first row: C3: Loaves | D3: 1640",
      "Empty: empty",
      "Notes (hidden): A1:A1",
      "  first row: A1: Not for everybody",
      '--- sheet "Orders", from row 1 on ---',
      "A1: Order | B1: Customer | C1: Baked on | D1: Loaves | E1: Paid",
      "A2: O-001 | B2: Björk | C2: 2026-03-02 | D2: 2 | E2: false",
    ]);
  });

  it("quotes a cell that could pass for several", async () => {
    expect((await read("orders.xlsx")).text).toContain('C5: "First line\\nsecond line"\nC6: "a | b"\n');
  });

  it("shows times, and what a formula came to", async () => {
    const { text } = await read("budget.xlsx");
    expect(text).toContain("A2: 2026-01-31T12:30:00 | B2: 12.5 | C2: 25");
    expect(text).toContain("Budget: A1:ZZ200");
  });

  it("goes on from the rows that are asked for", async () => {
    const ask = (from: number) =>
      parse({ kind: "xlsx", bytes: new Uint8Array(document("budget.xlsx")), from, most: 100_000 });
    const all = await ask(0);
    expect(all).toMatchObject({ complete: true, sections: [{ at: 0 }, { at: 1 }, { at: 2 }] });
    expect(await ask(2)).toMatchObject({ sections: [{ at: 2, text: expect.stringContaining("ZZ200: far away") }] });
  });

  it("is refused where it is broken or no workbook", async () => {
    const cut = document("orders.xlsx").subarray(0, 4000);
    await expect(parsedText("xlsx", cut)).rejects.toThrow("invalid_input");
    await expect(parsedText("xlsx", "PK\u0003\u0004 and so on")).rejects.toThrow("invalid_input");
  });
});
