import { ConnectorError, type Finding } from "@drawbridge/core";
import { GuardedPlaces } from "../guarding/guarded-places.ts";
import { secretGlobs } from "../guarding/secret-globs.ts";

/** Of different kinds, so that no lift of one kind matches them all. */
const samples: ReadonlyArray<readonly string[]> = [[".env"], ["id_ed25519"], ["server.pem"], [".aws", "credentials"]];

/** Which files are never read, and which of the well-known ones `--deny` lifts. */
export function* placesOfSecrets(globs: readonly string[]): Generator<Finding> {
  let deny: GuardedPlaces;
  try {
    deny = new GuardedPlaces({ wellKnown: secretGlobs, globs });
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    yield {
      level: "problem",
      title: `--deny: ${error.message}`,
      remedy: "Correct the glob, in quotes: --deny 'private/**'",
    };
    return;
  }
  const lifts = globs.filter((glob) => glob.startsWith("!"));
  if (!samples.some((names) => deny.has([], names))) {
    yield {
      level: "warning",
      title: `No place of secrets is kept shut: --deny lifts ${lifts.join(", ")}`,
      remedy: "Lift single files instead, such as --deny '!.env.example'",
    };
    return;
  }
  const added = globs.length - lifts.length;
  yield {
    level: "ok",
    title: `${secretGlobs.length} kinds of places of secrets are kept shut${added === 0 ? "" : `, and ${added} of --deny`}`,
  };
  if (lifts.length > 0) yield { level: "note", title: `--deny opens places of secrets that match ${lifts.join(", ")}` };
}
