/**
 * Encodings in which a pattern beyond ASCII is looked for, besides UTF-8 and UTF-16 with its mark: the one that comes first
 * where several would do. Labels of the WHATWG Encoding Standard, which ripgrep knows too.
 */
export const otherEncodings: readonly string[] = [
  ...["utf-16le", "utf-16be", "windows-1252", "shift_jis", "gb18030"],
  ...["euc-kr", "big5", "euc-jp", "windows-1251", "koi8-r"],
];
