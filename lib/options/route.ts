export const SECTIONS = [
  'sequences',
  'workflows',
  'enrollments',
  'tasks',
  'contacts',
  'mailbox',
  'suppression',
  'calendar',
  'sites',
  'settings',
  'backups',
] as const;

export type Section = (typeof SECTIONS)[number];

/** A section, and within sequences and workflows the one that is edited: its id, or `new`. */
export interface Place {
  readonly section: Section;
  readonly item?: string;
  /** The sequence that a new workflow is made for. */
  readonly sequence?: string;
}

/** Sections in which one thing can be edited. */
const WITH_ITEMS: ReadonlySet<Section> = new Set(['sequences', 'workflows']);

/** Where in the options page we are: its hash, so that a link can lead there. */
export interface Route {
  readonly current: () => Place | undefined;
  /** Goes there, as a click on a link does. */
  readonly go: (place: Place) => void;
  /** Puts a place into the address without going anywhere: we never left it. */
  readonly keep: (place: Place) => void;
  readonly onChange: (handler: () => void, signal: AbortSignal) => void;
  /** Has the browser ask before the page is closed or reloaded, as long as `isHeld` says so. */
  readonly holdWhile: (isHeld: () => boolean, signal: AbortSignal) => void;
}

export function createRoute(): Route {
  return {
    current: () => parsePlace(location.hash),
    go: (place) => {
      location.hash = hashOf(place);
    },
    keep: (place) => history.replaceState(null, '', hashOf(place)),
    onChange: (handler, signal) => window.addEventListener('hashchange', handler, { signal }),
    holdWhile: (isHeld, signal) =>
      window.addEventListener('beforeunload', (event) => isHeld() && event.preventDefault(), {
        signal,
      }),
  };
}

/**
 * @example parsePlace('#sequences/new') // { section: 'sequences', item: 'new' }
 * @example parsePlace('#workflows/new?sequence=a') // { section: 'workflows', item: 'new', sequence: 'a' }
 */
export function parsePlace(hash: string): Place | undefined {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [name, ...rest] = path.split('/');
  const section = SECTIONS.find((known) => known === name);
  if (section === undefined) return undefined;
  const item = decoded(rest.join('/'));
  if (item === '' || !WITH_ITEMS.has(section)) return { section };
  const sequence = new URLSearchParams(query).get('sequence');
  return { section, item, ...(sequence && { sequence }) };
}

export function hashOf({ section, item, sequence }: Place): string {
  if (item === undefined) return `#${section}`;
  const query = sequence === undefined ? '' : `?${new URLSearchParams({ sequence })}`;
  return `#${section}/${encodeURIComponent(item)}${query}`;
}

/** A hash that somebody typed need not be well formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
