import { fileTypeFromBuffer } from "file-type/core";
import type { Parser } from "./parsing.ts";

/** Finds out by its bytes what a file is, whatever it is called. Nothing is known of text. */
export const sniffMedia: Parser = async ({ bytes }) => {
  const found = await fileTypeFromBuffer(bytes);
  // Some types have parameters: `audio/ogg; codecs=opus`.
  return { facts: { type: found?.mime.split(";")[0], extension: found?.ext }, sections: [] };
};
