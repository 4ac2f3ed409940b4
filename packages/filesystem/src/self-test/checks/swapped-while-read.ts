import { openRegular } from "../../reading/open-regular.ts";
import { Breach } from "../breach.ts";
import type { Check } from "../check.ts";
import { race } from "../race.ts";
import { toldRace } from "../told-race.ts";

const claim = "A folder that is swapped for a link while it is read leads nobody out";

/** Reads a file in a folder that is a link to the outside every other moment. */
export const swappedWhileRead: Check = {
  claim,
  danger: "Whoever can rename in a folder that you serve, another program among them, could have any file read",
  async run(stand) {
    stand.plant({ "root/dir/file": "INSIDE", "outside/file": "OUTSIDE" });
    const files = await stand.files();
    const raced = await race(stand, async (index) => {
      using file = openRegular(files, "dir/file");
      const text = (await file.read(0, 64)).toString();
      if (text !== "INSIDE") throw new Breach(`Try ${index + 1} read a file outside the root`);
    });
    return toldRace(claim, raced);
  },
};
