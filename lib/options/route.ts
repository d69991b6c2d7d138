export const SECTIONS = ['sites', 'mailbox', 'enrollments', 'settings'] as const;

export type Section = (typeof SECTIONS)[number];

/** Where in the options page we are: its hash, so that a link can lead to a section. */
export interface Route {
  readonly current: () => Section | undefined;
  readonly onChange: (handler: () => void, signal: AbortSignal) => void;
}

export function createRoute(): Route {
  return {
    current: () => SECTIONS.find((section) => `#${section}` === location.hash),
    onChange: (handler, signal) => window.addEventListener('hashchange', handler, { signal }),
  };
}
