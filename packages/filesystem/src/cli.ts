#!/usr/bin/env node
import { run } from "@drawbridge/core";
import { filesystem } from "./connector.ts";

await run(filesystem);
