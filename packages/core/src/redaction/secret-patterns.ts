import { connectionAddresses } from "./connection-addresses.ts";
import { connectionStrings } from "./connection-strings.ts";
import { privateKeys } from "./private-keys.ts";
import type { SecretPattern } from "./secret-pattern.ts";

/**
 * What may stand right before a token whose letters could be a part of something longer: anything but a letter or a
 * digit, or an escape that ends in one (`\n`, `\u003d`, `%3D`, `=3D`, a colour of a terminal).
 */
const border = String.raw`(?:^|[^A-Za-z0-9]|\\(?:[abefnrtv]|[0-7]{1,3}|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})|[%=][\dA-F]{2}|%[\da-f]{2}|\[[\d;]{0,11}m)`;

/**
 * Token shapes. Those whose first letters nothing else has are found behind whatever stands there: behind an escape, a
 * border of words does not hold. Nothing repeats inside a repeat or next to its like, and what may begin at every
 * letter of a run (a JWT) is looked for once in it.
 */
export const secretPatterns: readonly SecretPattern[] = [
  {
    kind: "github-token",
    telltales: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "_pat_"],
    sign: "_",
    patterns: [/gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{36,}/g],
  },
  { kind: "npm-token", telltales: ["npm_"], sign: "_", patterns: [/npm_[A-Za-z0-9]{36,}/g] },
  {
    kind: "aws-access-key",
    telltales: ["AKIA", "ASIA"],
    patterns: [new RegExp(`(?:AKIA|ASIA)(?<=${border}A[KS]IA)[A-Z0-9]{16}(?![A-Za-z0-9])`, "g")],
  },
  {
    kind: "google-api-key",
    telltales: ["AIza"],
    patterns: [new RegExp(`AIza(?<=${border}AIza)[A-Za-z0-9_-]{35}`, "g")],
  },
  {
    kind: "slack-token",
    telltales: ["xox", "xapp-"],
    // With a digit near its start: `xoxo-hugs-and-kisses` is none.
    patterns: [
      /xox[abcdeoprs]-(?=[A-Za-z%-]{0,40}\d)[A-Za-z0-9%-]{10,}|xapp-\d{1,2}-[A-Z0-9]{4,}-\d{3,}-[A-Za-z0-9]{20,}/g,
    ],
  },
  {
    kind: "figma-token",
    telltales: ["figd_", "figo_", "figu_"],
    sign: "_",
    patterns: [/fig[dou]_[A-Za-z0-9_-]{36,}/g],
  },
  {
    kind: "stripe-key",
    telltales: ["_live_", "_test_", "whsec_"],
    sign: "_",
    patterns: [
      new RegExp(
        String.raw`[rs]k_(?:live|test)_(?<=${border}[rs]k_\w{4}_)[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9]{24,}`,
        "g",
      ),
    ],
  },
  {
    kind: "jwt",
    telltales: ["yJ"],
    sign: "J",
    // The group ends at the first `eyJ` of the run, and is not tried again: a look ahead gives nothing back.
    patterns: [
      /(?<![A-Za-z0-9_-])(?=([A-Za-z0-9_-]*?)eyJ)\1eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g,
    ],
  },
  privateKeys,
  connectionAddresses,
  connectionStrings,
];
