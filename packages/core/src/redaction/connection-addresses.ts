import { anyCase } from "./any-case.ts";
import { blank, filled } from "./blanks.ts";
import type { SecretPattern } from "./secret-pattern.ts";

/** Databases and brokers: in an address of theirs people write a password as it is, slashes and all. */
const systems = anyCase(
  "postgresql|postgres|mysql|mariadb|mongodb|mongodb\\+srv|rediss?|amqps?|mssql|sqlserver|clickhouse|cockroachdb|oracle",
);

/** From the slashes of an address, which PHP escapes in JSON, to the colon after the user. */
const user = String.raw`(?:\\?\/){2}[^\s:@/?#"'<>[\]]{0,128}:`;
const quotes = "\"'`";
const noPort = String.raw`(?![${quotes}]|(?:\d{1,5}|${blank})(?:[/?#,;|<>()[\]{}\\\s${quotes}]|$))`;

/** Up to the last at sign of an authority, since nobody encodes those in a password; the tag of an image is none. */
const toHost = String.raw`(?:@{1,4}[^\s@/?#${quotes}<>,;|()[\]]{1,128}){0,4}(?=@)(?!@sha\d{3}:)`;

/** The password in an address: what stands between the user and the host. */
export const connectionAddresses: SecretPattern = {
  kind: "connection-password",
  telltales: ["://", ":\\/\\/"],
  patterns: [
    new RegExp(`(:(?<=(?:${systems}):)${user})${noPort}${filled}@{0,4}[^\\s@"]{1,1024}${toHost}`, "g"),
    new RegExp(`(:(?<=[A-Za-z\\d]:)${user})${noPort}${filled}@{0,4}[^\\s@/?#${quotes}<>]{1,1024}${toHost}`, "g"),
  ],
};
