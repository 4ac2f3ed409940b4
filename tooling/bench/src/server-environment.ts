const PASSED_ON = ["PATH", "Path", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LANG"];

/**
 * The environment of every measured server: the same bare one, whoever runs the bench, at home in the bench's own folder, so
 * that no setting of theirs is read and no state is left with them.
 */
export function serverEnvironment(folder: string): NodeJS.ProcessEnv {
  const passedOn = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passedOn), HOME: folder, USERPROFILE: folder };
}
