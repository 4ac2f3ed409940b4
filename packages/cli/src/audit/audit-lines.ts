import { type AuditLine, auditParts, parseAuditLine, readLines } from "@drawbridge/core";

/** Every line of an audit log that can be read, through the files that were put aside before it. Nothing is verified. */
export async function* auditLines(file: string): AsyncGenerator<AuditLine> {
  for (const part of [...auditParts(file), file]) {
    for await (const { bytes, hasEnd } of readLines(part)) {
      const line = hasEnd ? parseAuditLine(bytes.toString("utf8")) : undefined;
      if (line?.event !== undefined && line.operation !== undefined) yield line as AuditLine;
    }
  }
}
