/** For a file in `_astro/`, which has another name as soon as its content differs. */
export const KEPT_FOREVER = 'public, max-age=31536000, immutable';

/** For everything else: asked for anew each time, which costs one short answer while it is the same. */
export const ASKED_ANEW = 'no-cache';
