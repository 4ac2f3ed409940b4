import * as z from "zod";
import { isLoopback } from "./is-loopback.ts";

/** An issuer of tokens, kept to the letter: what tokens say must equal it. Without TLS only on this machine. */
export const issuerUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  return isSafe && url?.search === "" && url.hash === "" && url.username === "";
}, "expected an https address, such as https://login.example.com/");
