import type { SitePermissions } from '@/lib/platform/site-permissions';
import type { ChosenSites } from '@/lib/settings/chosen-sites';

export interface FakePermissions extends SitePermissions {
  /** What the rep was asked, question by question. */
  readonly asked: (readonly string[])[];
  /** The rep changes something in the browser's own settings. */
  readonly takeBack: (origin: string) => void;
}

/** A browser whose rep answers every question alike. */
export function fakePermissions(
  granted: readonly string[] = [],
  answer: boolean | Error = true,
): FakePermissions {
  const origins = new Set(granted);
  const handlers = new Set<() => void>();
  const changed = () => {
    for (const handler of handlers) handler();
  };
  const asked: (readonly string[])[] = [];
  return {
    asked,
    takeBack: (origin) => {
      origins.delete(origin);
      changed();
    },
    granted: async () => [...origins],
    request: async (wanted) => {
      asked.push(wanted);
      if (answer instanceof Error) throw answer;
      if (answer) for (const origin of wanted) origins.add(origin);
      if (answer) changed();
      return answer;
    },
    remove: async (unwanted) => {
      for (const origin of unwanted) origins.delete(origin);
      changed();
      return true;
    },
    onChanged: (handler, signal) => {
      handlers.add(handler);
      signal.addEventListener('abort', () => handlers.delete(handler));
    },
  };
}

export function fakeChosenSites(chosen: readonly string[] = []): ChosenSites {
  const origins = new Set(chosen);
  return {
    read: async () => [...origins],
    add: async (fresh) => {
      for (const origin of fresh) origins.add(origin);
    },
    forget: async (gone) => {
      for (const origin of gone) origins.delete(origin);
    },
  };
}
