/** More pictures than this on a page are a shelf to look through, not part of what it says: they are kept as they are seen. */
export const MOST_PICTURES = 24;
