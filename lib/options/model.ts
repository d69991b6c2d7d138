import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { t } from '@/lib/i18n/t';
import { coalesced } from '@/lib/platform/coalesced';
import type { TabMemory } from '@/lib/platform/tab-memory';
import type { Rpc } from '@/lib/rpc/client';
import type { CatchUpView, Overview, SenderChoice } from '@/lib/rpc/views';
import type { Settings } from '@/lib/settings/settings';
import type { Clock } from '@/lib/time/clock';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { type AwayModel, createAwayModel } from './away/away-model';
import { type BackupsDeps, type BackupsModel, createBackupsModel } from './backups/backups-model';
import { type BulkModel, createBulkModel } from './bulk-model';
import { type CalendarDeps, type CalendarModel, createCalendarModel } from './calendar-model';
import {
  createEnrollmentsModel,
  type EnrollmentsDeps,
  type EnrollmentsModel,
} from './enrollments-model';
import { createImportModel, type ImportModel } from './import/import-model';
import { createMailboxModel, type MailboxModel } from './mailbox-model';
import { createNotes, type Notes } from './notes';
import { createOutboxModel, type OutboxDeps, type OutboxModel } from './outbox/outbox-model';
import { createPlaceModel, type PlaceModel } from './place-model';
import { createPreferencesModel, type PreferencesModel } from './preferences-model';
import type { PreviewDeps } from './preview-model';
import type { Route, Section } from './route';
import { createSenderFormsModel, type SenderFormsModel } from './sender-forms-model';
import type { SequenceFormDeps } from './sequence-form-model';
import type { SequencesDeps } from './sequences-model';
import { createSequencesPart, type SequencesPart } from './sequences-part-model';
import { createSitesModel, type SitesDeps, type SitesModel } from './sites-model';
import {
  createSuppressionModel,
  type SuppressionDeps,
  type SuppressionModel,
} from './suppression-model';
import { createTasksModel, type TasksDeps, type TasksModel } from './tasks/tasks-model';
import {
  createWorkflowModel,
  type WorkflowModel,
  type WorkflowModelDeps,
} from './workflow/workflow-model';
import {
  createWorkflowsPart,
  type WorkflowsPart,
  type WorkflowsPartDeps,
} from './workflow-list/workflows-part-model';

/** What every part of the page needs of the world. What a part says or reads again is not the world's. */
export type OptionsDeps = Pick<SitesDeps, 'knownSites' | 'permissions' | 'chosenSites'> &
  Pick<SuppressionDeps, 'readSuppressions'> &
  Pick<CalendarDeps, 'readCalendars' | 'refreshHolidays'> &
  Pick<EnrollmentsDeps, 'readRows' | 'readJournal'> &
  Pick<SequencesDeps, 'readSequences'> &
  Pick<TasksDeps, 'readTasks' | 'readAsks' | 'notify'> &
  Pick<OutboxDeps, 'readOutbox'> &
  Pick<
    WorkflowsPartDeps,
    'readWorkflows' | 'readWorkflowRuns' | 'readWorkflowJournal' | 'readContactRuns' | 'download'
  > &
  Pick<WorkflowModelDeps, 'readWorkflow' | 'readWorkflowFacts' | 'readPropertyNames'> &
  Pick<SequenceFormDeps, 'readSequence' | 'newKey'> &
  Pick<PreviewDeps, 'readSenders' | 'searchContacts' | 'readCalendar'> & {
    readonly rpc: Rpc;
    readonly shelf: BackupsDeps['shelf'];
    readonly onProgress: BackupsDeps['onProgress'];
    readonly saveBlob: BackupsDeps['saveBlob'];
    readonly readOverview: () => Promise<Overview>;
    readonly readSettings: () => Promise<Settings>;
    readonly defaults: Settings;
    readonly zone: Zone;
    readonly route: Route;
    readonly memory: TabMemory;
    readonly onChange: (handler: () => void, signal: AbortSignal) => void;
    readonly copy: (text: string) => Promise<void>;
    readonly clock: Clock;
  };

export interface OptionsModel {
  readonly where: PlaceModel;
  readonly notes: Notes;
  readonly sequences: SequencesPart;
  /** The editor of one workflow. */
  readonly workflow: WorkflowModel;
  /** Everything around it. */
  readonly workflows: WorkflowsPart;
  readonly enrollments: EnrollmentsModel;
  readonly bulk: BulkModel;
  readonly tasks: TasksModel;
  readonly outbox: OutboxModel;
  /** When each sender is away. */
  readonly away: AwayModel;
  readonly imports: ImportModel;
  readonly mailbox: MailboxModel;
  readonly senderForms: SenderFormsModel;
  readonly suppression: SuppressionModel;
  readonly calendar: CalendarModel;
  readonly sites: SitesModel;
  readonly preferences: PreferencesModel;
  readonly backups: BackupsModel;
  /** The browser lost the database, and the rep has not said yet that they know. */
  readonly loss: ReadonlySignal<Overview['loss']>;
  /** `undefined` until they were read. */
  readonly senders: ReadonlySignal<readonly SenderChoice[] | undefined>;
  readonly failed: ReadonlySignal<boolean>;
  /** What was done after a long absence. */
  readonly catchUp: ReadonlySignal<CatchUpView | undefined>;
  readonly now: ReadonlySignal<Instant>;
  /** The rep's own, for what has no zone of its own. */
  readonly zone: Zone;
  readonly start: (stop: AbortSignal) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly go: Route['go'];
  readonly copy: (text: string) => Promise<void>;
}

/** Everything the options page knows; one part per section. */
export function createOptionsModel(deps: OptionsDeps): OptionsModel {
  const { rpc, clock } = deps;
  const settings = signal(deps.defaults);
  const now = signal(clock.now());
  const notes = createNotes({ clock });
  const { say } = notes;
  const { overview, failed, readStored } = createStored(deps, { settings, now });
  const senders = computed(() => overview.value?.senders);
  const parts = {
    sites: createSitesModel({ ...deps, say }),
    enrollments: createEnrollmentsModel({ ...deps, say }),
    suppression: createSuppressionModel({ ...deps, say }),
    calendar: createCalendarModel({ ...deps, say }),
    preferences: createPreferencesModel({ rpc, settings, say }),
    backups: createBackupsModel({ ...deps, say }),
    tasks: createTasksModel({ ...deps, say }),
    outbox: createOutboxModel({ ...deps, say, refreshOverview: readStored }),
    away: createAwayModel({ rpc, senders, clock, refresh: readStored, say }),
    imports: createImportModel({ rpc, language: t('when.language'), say }),
    sequences: createSequencesPart({ ...deps, go: deps.route.go, say, now }),
    workflow: createWorkflowModel({ ...deps, go: deps.route.go, say }),
  };
  const { sites, enrollments, suppression, calendar, sequences, workflow } = parts;
  const workflows = createWorkflowsPart({ ...deps, go: deps.route.go, say, editor: workflow });
  const bulk = createBulkModel({ ...deps, say, changed: enrollments.refresh });
  const refresh = async () => {
    const stored = [readStored, enrollments.refresh, suppression.refresh, calendar.refresh];
    await Promise.all(
      [
        ...stored,
        sequences.refresh,
        workflow.refresh,
        bulk.refresh,
        parts.tasks.refresh,
        parts.backups.refresh,
        parts.outbox.refresh,
        workflows.refresh,
      ].map((read) => read()),
    );
  };
  const where = createPlaceModel({
    route: deps.route,
    isHeld: () => sequences.form.changed.peek() || workflow.changed.peek(),
    arrived: (place) => {
      notes.leavePlace();
      void sequences.form.open(place.section === 'sequences' ? place.item : undefined);
      void workflow.open(place);
    },
  });
  return {
    where,
    notes,
    ...parts,
    workflows,
    bulk,
    mailbox: createMailboxModel({ ...deps, settings, refresh, say }),
    senderForms: createSenderFormsModel({ rpc, senders, refresh: readStored, say }),
    senders,
    loss: computed(() => overview.value?.loss),
    failed,
    catchUp: computed(() => overview.value?.catchUp),
    go: deps.route.go,
    now,
    zone: deps.zone,
    refresh,
    start: async (stop) => {
      stop.addEventListener('abort', notes.stop, { once: true });
      where.start(stop);
      bulk.start(stop);
      workflows.start(stop);
      deps.permissions.onChanged(() => void sites.refresh(), stop);
      deps.onChange(() => void refresh(), stop);
      await Promise.all([refresh(), sites.refresh()]);
      where.begin({ section: firstSection(sites, overview.peek()) });
      await calendar.update(stop);
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
  };
}

/** What is read from the database and the settings for more than one part. */
function createStored(
  deps: Pick<OptionsDeps, 'readOverview' | 'readSettings' | 'clock'>,
  into: { readonly settings: { value: Settings }; readonly now: { value: Instant } },
) {
  const overview = signal<Overview>();
  const failed = signal(false);
  const readStored = coalesced(async () => {
    into.settings.value = await deps.readSettings();
    try {
      overview.value = await deps.readOverview();
      failed.value = false;
    } catch {
      failed.value = true;
    }
    into.now.value = deps.clock.now();
  });
  return { overview, failed, readStored };
}

/** Opened without a section: where the next thing to do is. */
function firstSection(sites: SitesModel, overview: Overview | undefined): Section {
  if (!sites.lines.peek().some((line) => line.state === 'on')) return 'sites';
  return overview?.senders.length === 0 ? 'mailbox' : 'enrollments';
}
