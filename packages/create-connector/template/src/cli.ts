#!/usr/bin/env node
import { run } from "@drawbridge/core";
import { quillHarbour } from "./connector.ts";

await run(quillHarbour);
