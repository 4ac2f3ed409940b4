/** The hunks of a patch, each from its `@@` on; joined they are the patch again. */
export function hunksOf(patch: string): readonly string[] {
  return patch.split(/\n(?=@@ )/);
}
