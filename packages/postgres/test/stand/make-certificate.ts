import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A certificate that signed itself, with its key, both as PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
  /** Where the certificate lies. */
  readonly file: string;
}

/** Makes a certificate for a name, such as `DNS:localhost`, which is its own authority. */
export function makeCertificate(name: string): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-certificate-"));
  const [file, keyFile] = [join(folder, "certificate.pem"), join(folder, "key.pem")];
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const of = ["-subj", "/CN=sandbox", "-addext", `subjectAltName=${name}`];
  execFileSync("openssl", ["req", "-x509", ...made, ...of, "-keyout", keyFile, "-out", file], { stdio: "pipe" });
  return { certificate: readFileSync(file, "utf8"), key: readFileSync(keyFile, "utf8"), file };
}
