/**
 * Where an issuer may publish its metadata, in the order in which they are tried: RFC 8414, section 3.1, with the path of
 * the issuer inserted; OpenID's document likewise (section 5), and where OpenID Connect Discovery itself puts it.
 */
export function metadataAddresses({ origin, pathname }: URL): readonly URL[] {
  const path = pathname.replace(/\/$/, "");
  const paths = [
    `/.well-known/oauth-authorization-server${path}`,
    `/.well-known/openid-configuration${path}`,
    `${path}/.well-known/openid-configuration`,
  ];
  return [...new Set(paths)].map((each) => new URL(origin + each));
}
