import { describe, expect, it } from "vitest";
import { parsedText } from "../../test/stand/parsed-text.ts";

const outline = (...lines: string[]) => parsedText("csv", lines.join("\n"));

describe("the outline of a table in text", () => {
  it("shows columns with their types, and counts rows", async () => {
    expect(
      await outline("id,name,price,paid,day", '1,"a, b",2.5,true,2026-01-31', "2,c,3,false,2026-02-01", ""),
    ).toEqual({
      facts: { rows: 2, columns: 5, delimiter: "comma", header: true },
      text:
        'id: integer, as in "1"\nname: text, as in "a, b"\nprice: number, as in "2.5"\npaid: boolean, as in "true"\n' +
        'day: date, as in "2026-01-31"\n',
    });
  });

  it.each([
    [";", "semicolon"],
    ["\t", "tab"],
    ["|", "bar"],
  ])("finds out that %j delimits", async (delimiter, name) => {
    const { facts } = await outline(["a", "b"].join(delimiter), ["1,5", "2,5"].join(delimiter));
    expect(facts).toMatchObject({ delimiter: name, columns: 2, rows: 1 });
  });

  it("keeps quoted line ends together, and counts rows that have more or fewer cells", async () => {
    const { facts } = await outline("a,b", '"one\ntwo\n","x ""y"""', "1", "1,2,3");
    expect(facts).toMatchObject({ rows: 3, ragged_rows: 2 });
  });

  it("takes no values for names", async () => {
    expect(await outline("1,2", "3,4")).toMatchObject({
      facts: { header: false, rows: 2 },
      text: expect.stringMatching(/^column 1: integer/),
    });
    expect((await outline("only")).facts).toMatchObject({ header: false, rows: 1 });
    expect(await outline("")).toEqual({ facts: { rows: 0, columns: 0, delimiter: "comma", header: false }, text: "" });
  });

  it("shows columns up to a thousand", async () => {
    const { facts, text } = await outline(",".repeat(100_000));
    expect([facts.columns, text.split("\n").length]).toEqual([100_001, 1002]);
  });
});
