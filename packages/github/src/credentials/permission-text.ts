/** What an installation may do, as people read it: `contents: write, metadata: read`. */
export function permissionText(permissions: Readonly<Record<string, string>>): string {
  return Object.entries(permissions)
    .map(([name, level]) => `${name}: ${level}`)
    .join(", ");
}
