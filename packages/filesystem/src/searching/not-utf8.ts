const [following, other] = ["[\\x80-\\xbf]", "(?:[^\\x80-\\xbf]|$)"];

/** ripgrep's arguments that name what is not UTF-8 (Unicode, table 3-7, as far as one line tells it), or has NULs, as UTF-16 has. */
export const notUtf8: readonly string[] = [
  "--text",
  "--no-unicode",
  "--case-sensitive",
  `--regexp=${[
    "\\x00",
    "[\\xc0\\xc1\\xf5-\\xff]",
    `(?:^|[\\x01-\\x7f])${following}`,
    `[\\xc2-\\xdf]${other}`,
    `[\\xe0-\\xef]${following}?${other}`,
    `[\\xf0-\\xf4]${following}{0,2}${other}`,
  ].join("|")}`,
];
