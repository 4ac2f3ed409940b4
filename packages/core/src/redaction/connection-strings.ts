import { anyCase } from "./any-case.ts";
import { filled } from "./blanks.ts";
import type { SecretPattern } from "./secret-pattern.ts";

/** Without escapes of quotation marks and line ends, which end it: what stands in JSON stays JSON. */
const value = String.raw`(?:'(?:[^'"\\\n]|\\{1,16}(?![\\"n])'?){1,1024}'|(?:[^\s"'\\]|\\{1,16}(?![\\"'nrt])){1,1024})`;
const name = `(?:${anyCase("password|passwd|pwd")})=`;
const gap = String.raw`(?:\\{1,16}[nrt]|\s){1,4}(?:--)?`;

/** What stands beside the password in a string of libpq, in `my.cnf` and on a command line. */
const neighbour =
  "(?:host|hostaddr|port|dbname|user|database|sslmode|connect_timeout|application_name|client_encoding|options|target_session_attrs)=";
const neighbourValue = String.raw`(?:'[^'\n]{0,128}'|[^\s;"']{0,127}[^\s,;"'])`;

/** The same in a string of ADO.NET, JDBC or ODBC. */
const adoNeighbour = `(?:${anyCase("server|data source|user id|uid|user|initial catalog|database|port")})=`;

/** The password that is a parameter of an address, or one of the keywords of a connection string. */
export const connectionStrings: SecretPattern = {
  kind: "connection-password",
  telltales: ["word=", "WORD=", "wd=", "WD="],
  sign: "=",
  patterns: [
    new RegExp(String.raw`((?:[?&]|&amp;|\\u0026)(?:ssl)?${name})${filled}[^\s&#<>;\\"'${"`"}]+`, "g"),
    new RegExp(`(${name}(?<=${neighbour}${neighbourValue}${gap}${name}))${filled}${value}`, "g"),
    new RegExp(`(${name})${filled}${value}(?=${gap}${neighbour})`, "g"),
    new RegExp(String.raw`(${name}(?<=${adoNeighbour}[^;"'\n]{1,128}; ?${name}))${filled}[^;\s"'\\]+`, "g"),
  ],
};
