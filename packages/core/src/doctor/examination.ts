import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** Looks at one side of a subject. What it throws becomes a finding, and the others go on. */
export type Examination = (subject: Subject) => Iterable<Finding> | AsyncIterable<Finding>;
