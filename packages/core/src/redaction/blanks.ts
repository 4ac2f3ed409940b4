const quotes = "\"'`";

/** The source of a pattern for what stands where a program or a person puts a value in later: `${PASSWORD}`, `<word>`. */
export const blank = String.raw`(?:[$#%]?\{{1,3}[^{}\s]{0,64}\}{1,3}|\$[A-Z_][A-Z\d_]{0,64}|<[^<>]{0,64}>|%\w|%\(\w{1,64}\)s|[*xX•.…]{1,64})`;

/** Looks ahead that what comes is no blank alone. */
export const filled = String.raw`(?!${blank}(?:[@&,;)\s\\${quotes}]|$))`;
