import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { assertKnownCharacters } from "./assert-known-characters.ts";
import { decodeText } from "./decode-text.ts";

const add = (text: string, encoding: string, added: string) =>
  assertKnownCharacters(decodeText(iconv.encode(text, encoding)), added, "Do something else.");
const refused = expect.objectContaining({ code: "refused", message: expect.stringContaining("Do something else.") });

describe("what is written into a file whose encoding is guessed", () => {
  it.each(["windows-1251", "koi8-r", "shift_jis", "gbk"])(
    "is refused where it holds characters that the file does not: %s",
    (encoding) => {
      const text =
        {
          "windows-1251": "имя = значение\n",
          "koi8-r": "имя = значение\n",
          shift_jis: "名前 = 値\n",
          gbk: "名字 = 数值\n",
        }[encoding] ?? "";
      expect(() => add(text, encoding, "name = é")).toThrow(refused);
      expect(() => add(text, encoding, "name = value")).not.toThrow();
    },
  );

  it("may hold what the file holds already", () => {
    expect(() => add("Le café protégé\n", "windows-1252", "Un café")).not.toThrow();
    expect(() => add("Le café protégé\n", "windows-1252", "Ça va")).toThrow(refused);
  });

  it("may hold anything where the file says its encoding", () => {
    expect(() => add("café\n", "utf-8", "Ça va 名前")).not.toThrow();
  });
});
