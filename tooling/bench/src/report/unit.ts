/** What a figure counts. Bytes are exact (a message's size); mebibytes are bytes too, shown in 1024 × 1024 (memory). */
export type Unit = "microseconds" | "milliseconds" | "a second" | "bytes" | "mebibytes" | "tokens" | "requests";
