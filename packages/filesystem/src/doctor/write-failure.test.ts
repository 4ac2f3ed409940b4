import { expect, it } from "vitest";
import { writeFailure } from "./write-failure.ts";

it.each([
  ["EROFS", "is mounted read-only", "mount it for writing"],
  ["EACCES", "this user may not write", 'chmod u+w "/srv/notes"'],
])("says for %s that it %s", (code, because, remedy) => {
  expect(writeFailure({ path: "/srv/notes", access: "write" }, code)).toMatchObject({
    level: "warning",
    title: expect.stringContaining(because),
    remedy: `Grant /srv/notes:read, or ${remedy}`,
  });
});
