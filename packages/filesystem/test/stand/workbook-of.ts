import { type Entry, zipOf } from "./zip-of.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Parts {
  readonly doctype?: string;
  readonly sharedStrings?: Entry;
}

/** A workbook of one sheet with these rows. */
export function workbookOf(
  rows: string,
  { doctype = "", sharedStrings = `<sst xmlns="${main}"/>` }: Parts = {},
): Buffer {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id: string, name: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${name}" Target="${target}.xml"/>`;
  return zipOf({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("sharedStrings", "sharedStrings")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${relations}">${relation("r1", "officeDocument", "xl/workbook")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${relations}">${relation("r1", "worksheet", "worksheets/sheet1")}${relation("r2", "sharedStrings", "sharedStrings")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?>${doctype}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": sharedStrings,
  });
}
