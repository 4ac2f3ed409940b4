import { expect, it } from "vitest";
import { mountedIn } from "./mounted-in.ts";

const mounts = [
  "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
  "31 22 0:26 / /srv/my\\040disk/in rw - tmpfs tmpfs rw",
  "32 22 254:0 /home /srv/bound rw - ext4 /dev/vda rw",
  "",
].join("\n");

it.each([
  ["/srv", "/srv/my disk/in"],
  ["/srv/my disk", "/srv/my disk/in"],
  ["/srv/bound", "/srv/bound"],
])("finds what is mounted in %s", (folder, found) => {
  expect(mountedIn(mounts, folder)).toBe(found);
});

it.each(["/srv/bou", "/srv/bound/inside", "/srv/my", "/home"])("finds nothing in %s", (folder) => {
  expect(mountedIn(mounts, folder)).toBeUndefined();
});
