/** The tag of the overlay's one element in a page, so that watchers can tell it from the page's own. */
export const HOST_TAG = 'sequence-overlay';
