import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import { t } from '@/lib/i18n/t';
import type { Rpc } from '@/lib/rpc/client';
import type { Settings } from '@/lib/settings/settings';
import { failureNote } from './failure-note';

/** What the settings section can set. */
export type Preferences = Pick<Settings, 'undoSeconds' | 'coolOffDays' | 'coldLeadDays' | 'teams'>;

export interface PreferencesModel {
  readonly settings: ReadonlySignal<Settings>;
  readonly save: (change: Partial<Preferences>) => Promise<void>;
}

/** Small preferences, each stored as soon as it is set. */
export function createPreferencesModel(deps: {
  readonly rpc: Pick<Rpc, 'settings.save'>;
  readonly settings: Signal<Settings>;
  readonly say: (note: Note) => void;
}): PreferencesModel {
  const { rpc, settings, say } = deps;
  return {
    settings,
    save: async (change) => {
      try {
        const { teams, ...rest } = change;
        await rpc['settings.save']({ ...rest, ...(teams && { teams: [...teams] }) });
        settings.value = { ...settings.peek(), ...change };
        say({ tone: 'good', text: t('options.saved') });
      } catch (cause) {
        say(failureNote(cause));
      }
    },
  };
}
