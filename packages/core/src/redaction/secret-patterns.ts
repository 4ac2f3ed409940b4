/**
 * Token shapes that are secret wherever they stand. Each is linear in the text: no nested or adjoining repeats, and
 * what may begin at every dash (a JWT) is looked for once in a run of its letters.
 */
export const secretPatterns: Readonly<Record<string, RegExp>> = {
  "github-token": /\b(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{36,251})\b/g,
  "npm-token": /\bnpm_[A-Za-z0-9]{36}\b/g,
  "aws-access-key": /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  "google-api-key": /\bAIza[A-Za-z0-9_-]{35}/g,
  "slack-token": /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g,
  "figma-token": /\bfig[dou]_[A-Za-z0-9_-]{36,64}/g,
  "stripe-key": /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,250}\b/g,
  jwt: /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*?\beyJ)[A-Za-z0-9_-]{13,}\.eyJ[A-Za-z0-9_-]{10,8192}\.[A-Za-z0-9_-]{10,2048}/g,
  // Line ends may be escaped, as in a service account's JSON; a header may name the program that wrote the key.
  "private-key":
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)[A-Za-z0-9+/=\\\s:,.()-]){0,16384}(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
  "connection-password":
    /(?<=\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s:@/]{0,128}:)[^\s@/]{1,256}(?=@)/g,
};
