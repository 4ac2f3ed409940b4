import { given } from "../shown/given.ts";

/** Of which versions of a package something is known. */
export interface Vulnerability {
  readonly package?: { readonly ecosystem?: string; readonly name?: string | null } | null;
  readonly vulnerable_version_range?: string | null;
  /** Dependabot wraps it. */
  readonly first_patched_version?: string | { readonly identifier: string } | null;
  /** In a repository's own advisories. */
  readonly patched_versions?: string | null;
}

/** A package, and which of its versions are concerned. */
export function vulnerable({
  package: of,
  vulnerable_version_range,
  first_patched_version,
  patched_versions,
}: Vulnerability) {
  const first = typeof first_patched_version === "string" ? first_patched_version : first_patched_version?.identifier;
  return given({
    ecosystem: of?.ecosystem,
    package: of?.name,
    vulnerable: vulnerable_version_range,
    patched: first ?? patched_versions,
  });
}
