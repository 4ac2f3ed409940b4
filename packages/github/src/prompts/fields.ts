import * as z from "zod";
import { fields as ofTools } from "../tools/fields.ts";

const number = z
  .string()
  .refine((text) => /^[1-9]\d*$/.test(text) && Number(text) < 2 ** 31, "is no number of GitHub's");

/** Arguments that several prompts share, under GitHub's own names; hosts hand them over as text. */
export const fields = {
  owner: ofTools.owner.describe("Who the repository belongs to"),
  repo: ofTools.repo.describe("The repository, without its owner"),
  issue_number: number.describe("Such as 12"),
  pull_number: number.describe("Such as 12"),
};
