// A program apart whose request says how long to work, to wait and how much to hold.
import { serveApart } from "../../dist/apart/index.js";

const limits = {
  workMilliseconds: 1500,
  milliseconds: 50_000,
  heapMebibytes: 64,
  residentMebibytes: 1024,
  what: "The request",
  instead: "Ask for less.",
};

await serveApart(import.meta.url, limits, async ({ work = 0, wait = 0, objects = 0 }) => {
  const end = Date.now() + work;
  while (Date.now() < end);
  await new Promise((resolve) => setTimeout(resolve, wait));
  let held;
  for (let index = 0; index < objects; index += 1) held = { before: held, index };
  return { done: held?.index ?? 0 };
});
