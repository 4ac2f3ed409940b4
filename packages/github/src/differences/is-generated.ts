const names: ReadonlySet<string> = new Set([
  ...["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock"],
  ...["Cargo.lock", "Gemfile.lock", "composer.lock", "poetry.lock", "Pipfile.lock", "uv.lock", "pdm.lock", "go.sum"],
  ...[
    "Podfile.lock",
    "Package.resolved",
    "mix.lock",
    "pubspec.lock",
    "flake.lock",
    "gradle.lockfile",
    "packages.lock.json",
  ],
]);

const shapes: readonly RegExp[] = [
  /\.min\.(js|css)$/,
  /\.(js|css)\.map$/,
  /\.(pb|pb\.gw|generated|g|designer)\.(go|cs|dart|ts|js|py|java)$/i,
  /_pb2(_grpc)?\.py$/,
  /\.snap$/,
  /(^|\/)(dist|build|vendor|third_party|node_modules|__generated__|__snapshots__)\//,
];

/** Whether nobody wrote a file by hand, as far as its path says: lock files, bundles, snapshots, what was vendored. */
export function isGenerated(path: string): boolean {
  return names.has(path.slice(path.lastIndexOf("/") + 1)) || shapes.some((shape) => shape.test(path));
}
