import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Note } from '@/components/options/note';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { Rpc } from '@/lib/rpc/client';
import type { EnrollmentRow, Overview, SenderChoice } from '@/lib/rpc/views';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time/clock';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { createEnrollmentsModel, type EnrollmentsModel } from './enrollments-model';
import { failureNote } from './failure-note';
import { createMailboxModel, type MailboxModel } from './mailbox-model';
import type { Route, Section } from './route';
import { createSitesModel, type SitesDeps, type SitesModel } from './sites-model';

export interface OptionsDeps extends Omit<SitesDeps, 'say'> {
  readonly rpc: Pick<
    Rpc,
    'mailbox.connect' | 'mailbox.disconnect' | 'settings.save' | 'enrollment.unenroll'
  >;
  readonly readOverview: () => Promise<Overview>;
  readonly readRows: (limit: number) => Promise<readonly EnrollmentRow[]>;
  readonly readSettings: () => Promise<Settings>;
  readonly defaults: Settings;
  readonly zone: Zone;
  readonly route: Route;
  readonly onChange: (handler: () => void, signal: AbortSignal) => void;
  readonly copy: (text: string) => Promise<void>;
  readonly clock: Clock;
}

export interface OptionsModel {
  readonly section: ReadonlySignal<Section | undefined>;
  /** The rep followed a link to this section, so that its heading takes the focus. */
  readonly wentThere: ReadonlySignal<boolean>;
  readonly sites: SitesModel;
  readonly mailbox: MailboxModel;
  readonly enrollments: EnrollmentsModel;
  /** `undefined` until they were read. */
  readonly senders: ReadonlySignal<readonly SenderChoice[] | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  readonly settings: ReadonlySignal<Settings>;
  readonly note: ReadonlySignal<Note | undefined>;
  readonly now: ReadonlySignal<Instant>;
  readonly start: (stop: AbortSignal) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly saveUndo: (seconds: number) => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  readonly dismiss: () => void;
}

/** Everything the options page knows; one part per section. */
export function createOptionsModel(deps: OptionsDeps): OptionsModel {
  const { rpc, route } = deps;
  const section = signal<Section | undefined>(route.current());
  const wentThere = signal(false);
  const overview = signal<Overview>();
  const failed = signal(false);
  const settings = signal(deps.defaults);
  const note = signal<Note>();
  const now = signal(deps.clock.now());
  const say = (next: Note) => {
    note.value = next;
  };

  const readStored = coalesced(async () => {
    settings.value = await deps.readSettings();
    try {
      overview.value = await deps.readOverview();
      failed.value = false;
    } catch {
      failed.value = true;
    }
    now.value = deps.clock.now();
  });
  const sites = createSitesModel({ ...deps, say });
  const enrollments = createEnrollmentsModel({ ...deps, say });
  const refresh = async () => {
    await Promise.all([readStored(), enrollments.refresh()]);
  };
  const mailbox = createMailboxModel({
    rpc,
    settings,
    refresh,
    builtInClientId: deps.defaults.googleClientId,
    zone: deps.zone,
    say,
  });

  return {
    section,
    wentThere,
    sites,
    mailbox,
    enrollments,
    senders: computed(() => overview.value?.senders),
    failed,
    settings,
    note,
    now,
    refresh,
    start: async (stop) => {
      route.onChange(() => {
        wentThere.value = true;
        section.value = route.current() ?? section.peek();
        note.value = undefined;
      }, stop);
      deps.permissions.onChanged(() => void sites.refresh(), stop);
      deps.onChange(() => void refresh(), stop);
      await Promise.all([refresh(), sites.refresh()]);
      section.value ??= firstSection(sites, overview.peek());
    },
    saveUndo: async (undoSeconds) => {
      try {
        await rpc['settings.save']({ undoSeconds });
        settings.value = { ...settings.peek(), undoSeconds };
        say({ tone: 'good', text: t('options.saved') });
      } catch (cause) {
        say(failureNote(cause));
      }
    },
    copy: async (text) => {
      const copied = await deps.copy(text).then(
        () => true,
        () => false,
      );
      say(
        copied
          ? { tone: 'good', text: t('options.copied') }
          : { tone: 'warn', text: t('options.notCopied') },
      );
    },
    dismiss: () => {
      note.value = undefined;
    },
  };
}

/** Opened without a section: where the next thing to do is. */
function firstSection(sites: SitesModel, overview: Overview | undefined): Section {
  if (!sites.lines.peek().some((line) => line.state === 'on')) return 'sites';
  return overview?.senders.length === 0 ? 'mailbox' : 'enrollments';
}
