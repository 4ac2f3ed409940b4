/** In characters. A shorter text is written down as JSON at once as fast as in pieces. */
export const longText = 64 * 1024;
