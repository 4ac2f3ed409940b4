import type { Check } from "./check.ts";
import { allOrNothing } from "./checks/all-or-nothing.ts";
import { circles } from "./checks/circles.ts";
import { crash } from "./checks/crash.ts";
import { diskAbilities } from "./checks/disk-abilities.ts";
import { dots } from "./checks/dots.ts";
import { hardLinks } from "./checks/hard-links.ts";
import { journalPrivacy } from "./checks/journal-privacy.ts";
import { likeNames } from "./checks/like-names.ts";
import { linksOut } from "./checks/links-out.ts";
import { protectedPlaces } from "./checks/protected-places.ts";
import { secrets } from "./checks/secrets.ts";
import { sparseGiant } from "./checks/sparse-giant.ts";
import { specialFiles } from "./checks/special-files.ts";
import { swappedWhileChanged } from "./checks/swapped-while-changed.ts";
import { swappedWhileRead } from "./checks/swapped-while-read.ts";
import { undoing } from "./checks/undoing.ts";

/** All of them, in the order in which they are made. */
export const checks: readonly Check[] = [
  linksOut,
  dots,
  circles,
  swappedWhileRead,
  swappedWhileChanged,
  specialFiles,
  secrets,
  protectedPlaces,
  likeNames,
  hardLinks,
  sparseGiant,
  allOrNothing,
  crash,
  undoing,
  journalPrivacy,
  diskAbilities,
];
