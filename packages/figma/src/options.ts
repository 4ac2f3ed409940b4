import { option } from "@drawbridge/core";
import * as z from "zod";

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  token: option(z.string().min(1).optional(), {
    description:
      "A personal access token or an OAuth token; without one only the .fig files that are named can be read",
    secret: true,
    environment: ["FIGMA_TOKEN", "FIGMA_API_KEY", "FIGMA_ACCESS_TOKEN"],
  }),
});
