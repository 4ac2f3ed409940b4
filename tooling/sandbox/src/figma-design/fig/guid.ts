/** `12:34` as a file stores it. */
export function guid(id: string): { sessionID: number; localID: number } {
  const [sessionID = 0, localID = 0] = id.split(":").map(Number);
  return { sessionID, localID };
}

/** A place among siblings: letters that are compared by their codes. */
export function position(index: number): string {
  const letters = 90;
  return String.fromCharCode(33 + Math.floor(index / letters), 33 + (index % letters));
}
