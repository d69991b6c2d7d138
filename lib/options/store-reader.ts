import * as v from 'valibot';
import { sequenceIdSchema, workflowIdSchema } from '@/lib/domain/ids';
import { calendarHorizon } from '@/lib/store/calendar-horizon';
import { readCalendarList } from '@/lib/store/calendar-list';
import { CALENDAR_STORES, calendarOf } from '@/lib/store/calendars';
import type { Connection } from '@/lib/store/connection';
import { readEnrollmentRows } from '@/lib/store/enrollment-rows';
import { journalOfEnrollment, journalOfWorkflow } from '@/lib/store/journal';
import { readOutbox } from '@/lib/store/outbox-list';
import { readOverview } from '@/lib/store/overview';
import { readPropertyNames } from '@/lib/store/property-names';
import { searchContacts } from '@/lib/store/search-contacts';
import { listSenders } from '@/lib/store/senders';
import { listAllSequences } from '@/lib/store/sequence-list';
import { currentSequence } from '@/lib/store/sequences';
import { readSuppressions } from '@/lib/store/suppression-list';
import { readWorkflowFacts, WORKFLOW_FACT_STORES } from '@/lib/store/workflow-facts';
import { getWorkflow, listWorkflows } from '@/lib/store/workflows';
import type { Clock } from '@/lib/time/clock';
import type { LocalDate } from '@/lib/time/local-date';
import type { OptionsDeps } from './model';
import { readAskLines, readTaskLines } from './tasks/read-task-lines';
import { readContactRuns, readWorkflowRuns } from './workflow-list/read-run-lines';

type Reading = Pick<
  OptionsDeps,
  | 'readOverview'
  | 'readRows'
  | 'readJournal'
  | 'readSequences'
  | 'readSequence'
  | 'readSenders'
  | 'searchContacts'
  | 'readCalendar'
  | 'readCalendars'
  | 'readSuppressions'
  | 'readWorkflow'
  | 'readWorkflowFacts'
  | 'readPropertyNames'
  | 'readTasks'
  | 'readOutbox'
  | 'readAsks'
  | 'readWorkflows'
  | 'readWorkflowRuns'
  | 'readWorkflowJournal'
  | 'readContactRuns'
> & { readonly readHorizon: () => Promise<LocalDate | undefined> };

/** Everything that the options page reads from the database; it writes nothing. */
export function createStoreReader({ get }: Connection, clock: Clock): Reading {
  return {
    readOverview: async () => readOverview(await get(), clock.now()),
    readRows: async (limit) => readEnrollmentRows(await get(), { limit }),
    readJournal: async (id) => journalOfEnrollment((await get()).transaction('journal'), id),
    readSequences: async () => listAllSequences((await get()).transaction('sequences')),
    readSequence: async (id) => {
      const parsed = v.safeParse(sequenceIdSchema, id);
      if (!parsed.success) return undefined;
      const tx = (await get()).transaction(['sequences', 'sequenceVersions']);
      const found = await currentSequence(tx, parsed.output);
      return found?.head.state === 'deleted' ? undefined : found;
    },
    readSenders: async () => listSenders((await get()).transaction('senders')),
    searchContacts: async (options) => searchContacts(await get(), options),
    readCalendar: async (contact, zone) =>
      calendarOf((await get()).transaction([...CALENDAR_STORES]), contact, zone),
    readCalendars: async () => readCalendarList(await get()),
    readHorizon: async () => calendarHorizon((await get()).transaction(['calendars', 'meta'])),
    readOutbox: async (options) => readOutbox(await get(), { ...options, now: clock.now() }),
    readAsks: async () => readAskLines(await get()),
    readTasks: async (limit) => readTaskLines(await get(), limit),
    readSuppressions: async (options) => readSuppressions(await get(), options),
    readWorkflows: async () => listWorkflows((await get()).transaction('workflows')),
    readWorkflowRuns: async (id, limit) => readWorkflowRuns(await get(), id, limit),
    readWorkflowJournal: async (id) => journalOfWorkflow((await get()).transaction('journal'), id),
    readContactRuns: async (id, limit) => readContactRuns(await get(), id, limit),
    readWorkflow: async (id) => {
      const parsed = v.safeParse(workflowIdSchema, id);
      if (!parsed.success) return undefined;
      const tx = (await get()).transaction(['workflows', 'workflowRevisions']);
      const found = await getWorkflow(tx, parsed.output);
      return found?.head.state === 'deleted' ? undefined : found;
    },
    readWorkflowFacts: async () =>
      readWorkflowFacts((await get()).transaction([...WORKFLOW_FACT_STORES])),
    readPropertyNames: async () => readPropertyNames(await get()),
  };
}
