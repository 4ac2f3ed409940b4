import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/**
 * What publint has against a package as it would be published, its warnings included.
 *
 * @param {import("./pack-all.js").Packed} packed
 * @returns {Promise<string[]>}
 */
export async function lintProblems({ name, filename }) {
  const { buffer, byteOffset, byteLength } = readFileSync(filename);
  const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true, level: "warning" });
  return messages
    .filter((message) => !isOfTemplate(message))
    .map((message) => `${name}: ${formatMessage(message, pkg) ?? message.code}`);
}

/** A package that holds the beginnings of others holds their package.json, which nobody resolves there. */
function isOfTemplate({ code, args }) {
  return code === "NESTED_PACKAGE_JSON_FIELD_IGNORED" && /^(\.\/)?template\//.test(args.filePath);
}
