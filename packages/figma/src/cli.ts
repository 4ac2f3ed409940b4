#!/usr/bin/env node
import { run } from "@drawbridge/core";
import { figma } from "./connector.ts";

await run(figma);
