import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { OverviewState } from '@/components/popup/overview-state';
import type { PageState } from '@/components/popup/page-state';
import type { PopupNote } from '@/components/popup/popup-note';
import type { EnrollmentId } from '@/lib/domain/ids';
import type { ActiveTab } from '@/lib/platform/active-tab';
import { coalesced } from '@/lib/platform/coalesced';
import type { SitePermissions } from '@/lib/platform/site-permissions';
import type { Rpc } from '@/lib/rpc/client';
import { failureCode } from '@/lib/rpc/failure-code';
import type { Overview } from '@/lib/rpc/views';
import type { Clock } from '@/lib/time/clock';
import type { Instant } from '@/lib/time/instant';
import { type PageReading, readPage } from './read-page';

export interface PopupDeps {
  readonly readOverview: () => Promise<Overview>;
  readonly rpc: Pick<
    Rpc,
    | 'contact.status'
    | 'enrollment.unenroll'
    | 'engine.pauseAll'
    | 'engine.dismissCatchUp'
    | 'options.open'
  >;
  readonly tab: ActiveTab;
  readonly permissions: SitePermissions;
  readonly onChange: (handler: () => void, signal: AbortSignal) => void;
  readonly clock: Clock;
  readonly close: () => void;
}

export type Section =
  | 'mailbox'
  | 'sites'
  | 'enrollments'
  | 'outbox'
  | 'tasks'
  | 'settings'
  | 'backups';

export interface PopupModel {
  readonly overview: ReadonlySignal<OverviewState>;
  readonly page: ReadonlySignal<PageState>;
  readonly hasSites: ReadonlySignal<boolean>;
  readonly note: ReadonlySignal<PopupNote | undefined>;
  readonly busy: ReadonlySignal<EnrollmentId | undefined>;
  readonly now: ReadonlySignal<Instant>;
  readonly start: (signal: AbortSignal) => Promise<void>;
  readonly enroll: () => Promise<void>;
  readonly unenroll: (id: EnrollmentId) => Promise<void>;
  /** Nothing leaves until it goes on again. */
  readonly pauseAll: (paused: boolean) => Promise<void>;
  readonly dismissCatchUp: () => Promise<void>;
  readonly switchOn: () => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly openOptions: (section: Section) => Promise<void>;
}

/** Everything the popup knows. It reads what is stored by itself and asks the worker to change it. */
export function createPopupModel(deps: PopupDeps): PopupModel {
  const overview = signal<OverviewState>({ kind: 'loading' });
  const reading = signal<PageReading>({ state: { kind: 'looking' } });
  const hasSites = signal(true);
  const note = signal<PopupNote>();
  const busy = signal<EnrollmentId>();
  const now = signal(deps.clock.now());

  const refreshOverview = coalesced(async () => {
    try {
      const fresh = await deps.readOverview();
      now.value = deps.clock.now();
      overview.value = { kind: 'ready', overview: fresh };
    } catch (cause) {
      overview.value = { kind: 'failed', lost: isLost(cause) };
    }
  });

  const refreshPage = coalesced(async () => {
    try {
      hasSites.value = (await deps.permissions.granted()).length > 0;
      reading.value = await readPage(deps);
    } catch {
      reading.value = { ...reading.peek(), state: { kind: 'failed' } };
    }
  });

  const refresh = async () => {
    await Promise.all([refreshOverview(), refreshPage()]);
  };

  /** Runs one click; whatever goes wrong is said, never swallowed. */
  const attempt = async (action: () => Promise<void>) => {
    note.value = undefined;
    try {
      await action();
    } catch (cause) {
      note.value = { kind: 'failed', code: failureCode(cause) };
    }
  };

  return {
    overview,
    page: computed(() => reading.value.state),
    hasSites,
    note,
    busy,
    now,
    start: (stop) => {
      deps.onChange(() => void refresh(), stop);
      deps.permissions.onChanged(() => void refreshPage(), stop);
      return refresh();
    },
    enroll: () =>
      attempt(async () => {
        const { tabId } = reading.peek();
        if (tabId !== undefined) await deps.tab.ask(tabId, { to: 'overlay', kind: 'open' });
        deps.close();
      }),
    unenroll: (enrollmentId) =>
      attempt(async () => {
        busy.value = enrollmentId;
        try {
          note.value = await deps.rpc['enrollment.unenroll']({ enrollmentId });
          await refresh();
        } finally {
          busy.value = undefined;
        }
      }),
    pauseAll: (paused) =>
      attempt(async () => {
        await deps.rpc['engine.pauseAll']({ paused });
        await refreshOverview();
      }),
    dismissCatchUp: () =>
      attempt(async () => {
        await deps.rpc['engine.dismissCatchUp']({});
        await refreshOverview();
      }),
    switchOn: () =>
      attempt(async () => {
        const { origin, state } = reading.peek();
        if (origin === undefined || state.kind !== 'siteOff') return;
        // The browser may close the popup to ask: the worker remembers the grant.
        const granted = await deps.permissions.request([origin]);
        if (granted) {
          await refreshPage();
        } else {
          reading.value = {
            ...reading.peek(),
            state: { ...state, refused: true },
          };
        }
      }),
    reload: () =>
      attempt(async () => {
        const { tabId } = reading.peek();
        if (tabId !== undefined) await deps.tab.reload(tabId);
        deps.close();
      }),
    retry: refresh,
    openOptions: (section) =>
      attempt(async () => {
        await deps.rpc['options.open']({ section });
        deps.close();
      }),
  };
}

/** Known by its name only, like everything that the store throws. */
function isLost(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'lost';
}
