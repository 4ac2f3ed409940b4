/** What is wrong with a certificate, and what to do, by the code of Node's TLS; undefined where it is about something else. */
export function certificateProblem(code: string, message: string): string | undefined {
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") {
    return "its certificate is of another host. Write the host as the certificate has it; sslmode=verify-ca would not look at the name";
  }
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") {
    return `its certificate does not hold today (${code}). It has to be renewed on the server`;
  }
  if (code.startsWith("ERR_OSSL")) {
    return `the file of sslrootcert, sslcert or sslkey holds nothing of the kind (${code}). Each is to be in PEM, the key without a passphrase`;
  }
  if (code.startsWith("ERR_TLS") || /certificate|self.signed/i.test(message)) {
    return `its certificate is not what sslmode asks for (${code || "not verified"}). Name the file of the authority that signed it in sslrootcert`;
  }
  return undefined;
}
