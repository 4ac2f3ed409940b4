import { expect, test } from "vitest";
import { sampleText } from "../samples/sample-text.ts";
import { checkText } from "./check-text.ts";

const text = sampleText(4096);

test("a text in one piece is whole", () => {
  expect(() => checkText([text], text)).not.toThrow();
});

test("a text in pages with a header and a fence around each is whole", () => {
  const pages = [text.slice(0, 1500), text.slice(1500)].map((part) => `path: /a\n<data 7f>\n${part}\n</data 7f>`);
  expect(() => checkText(pages, text)).not.toThrow();
});

test("a text that stops short is refused with the place where it stops", () => {
  expect(() => checkText([text.slice(0, 1500)], text)).toThrow("read 1500 of 4096 bytes");
});

test("a text with one wrong character is refused", () => {
  expect(() => checkText([`${text.slice(0, 2000)}#${text.slice(2001)}`], text)).toThrow("read 2000 of 4096 bytes");
});

test("a page left out is refused", () => {
  expect(() => checkText([text.slice(0, 1000), text.slice(2000)], text)).toThrow("read 1000 of 4096 bytes");
});
