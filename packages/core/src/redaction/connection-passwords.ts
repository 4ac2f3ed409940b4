import type { SecretPattern } from "./secret-pattern.ts";

const kind = "connection-password";
const addresses = ["://", ":\\/\\/"];
const names = ["assword=", "ASSWORD=", "wd=", "WD="];

/** Databases and brokers: in an address of theirs people write a password as it is, slashes and all. */
const systems = anyCase(
  "postgresql|postgres|mysql|mariadb|mongodb|mongodb\\+srv|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|oracle",
);

/** From the slashes of an address, which PHP escapes in JSON, to the colon after the user. */
const user = String.raw`(?:\\?\/){2}[^\s:@/?#"'<>[\]]{0,128}:`;
const quotes = "\"'`";

/** What stands where a program or a person puts a value in later. */
const blank = String.raw`(?:[$#%]?\{{1,3}[^{}\s]{0,64}\}{1,3}|\$[A-Z_][A-Z\d_]{0,64}|<[^<>]{0,64}>|%\w|%\(\w{1,64}\)s|[*xX•.…]{1,64})`;
const filled = String.raw`(?!${blank}(?:[@&,;)\s\\${quotes}]|$))`;
const noPort = String.raw`(?![${quotes}]|(?:\d{1,5}|${blank})(?:[/?#,;|<>()[\]{}\\\s${quotes}]|$))`;

/** Up to the last at sign of an authority, since nobody encodes those in a password; the tag of an image is none. */
const toHost = String.raw`(?:@{1,4}[^\s@/?#${quotes}<>,;|()[\]]{1,128}){0,4}(?=@)(?!@sha\d{3}:)`;

/** Without escapes of quotation marks and line ends, which end it: what stands in JSON stays JSON. */
const value = String.raw`(?:'(?:[^'"\\\n]|\\{1,16}(?![\\"n])'?){1,1024}'|(?:[^\s"'\\]|\\{1,16}(?![\\"'nrt])){1,1024})`;
const name = `(?:${anyCase("password|passwd|pwd")})=`;
const gap = String.raw`(?:\\{1,16}[nrt]|\s){1,4}(?:--)?`;

/** What stands beside the password in a string of libpq, in `my.cnf` and on a command line. */
const neighbour =
  "(?:host|hostaddr|port|dbname|user|database|sslmode|connect_timeout|application_name|client_encoding|options|target_session_attrs)=";

/** The same in a string of ADO.NET, JDBC or ODBC. */
const adoNeighbour = `(?:${anyCase("server|data source|user id|uid|user|initial catalog|database|port")})=`;

/** The passwords of connection strings: in an address, as one of its parameters, and in strings of keywords. */
export const connectionPasswords: readonly SecretPattern[] = [
  {
    kind,
    telltales: addresses,
    pattern: new RegExp(`(:(?<=(?:${systems}):)${user})${noPort}${filled}@{0,4}[^\\s@"]{1,1024}${toHost}`, "g"),
  },
  {
    kind,
    telltales: addresses,
    pattern: new RegExp(
      `(:(?<=[A-Za-z\\d]:)${user})${noPort}${filled}@{0,4}[^\\s@/?#${quotes}<>]{1,1024}${toHost}`,
      "g",
    ),
  },
  {
    kind,
    telltales: names,
    pattern: new RegExp(String.raw`((?:[?&]|&amp;|\\u0026)(?:ssl)?${name})${filled}[^\s&#<>;\\${quotes}]+`, "g"),
  },
  {
    kind,
    telltales: names,
    pattern: new RegExp(
      String.raw`(${name}(?<=${neighbour}(?:'[^'\n]{0,128}'|[^\s;"']{0,127}[^\s,;"'])${gap}${name}))${filled}${value}`,
      "g",
    ),
  },
  { kind, telltales: names, pattern: new RegExp(`(${name})${filled}${value}(?=${gap}${neighbour})`, "g") },
  {
    kind,
    telltales: names,
    pattern: new RegExp(String.raw`(${name}(?<=${adoNeighbour}[^;"'\n]{1,128}; ?${name}))${filled}[^;\s"'\\]+`, "g"),
  },
];

/** For a part of a pattern whose other parts tell capitals from small letters. */
function anyCase(words: string): string {
  return words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
