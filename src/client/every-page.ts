/** What every page runs at once, in one file: each further one would cost a request and its own packing. */
import './phone-menu.ts';
import './plan-bar.ts';
import './pocket/pocket-start.ts';
import './review-banner.ts';
import './search-opener.ts';
import './theme-toggle.ts';
