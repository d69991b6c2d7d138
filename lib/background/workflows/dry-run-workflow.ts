import type { WorkerDeps } from '@/lib/background/deps';
import { FACT_STORES } from '@/lib/background/enrolling/shared-facts';
import type { Contact } from '@/lib/domain/contact/contact';
import { displayName } from '@/lib/domain/contact/contact-name';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import type { Parsed } from '@/lib/rpc/protocol';
import type { DryRunContact, DryRunPart } from '@/lib/rpc/workflow-views';
import { fitsOf, matchPart } from './count-matches';
import { explainActions } from './explain-actions';
import { propertiesNamedBy } from './properties-named-by';

/**
 * One part of what a workflow would do if it were switched on now: whom it is for, and for the first
 * few of them what each action would do. Everything is read in one transaction that cannot write.
 */
export async function dryRunWorkflow(
  deps: Pick<WorkerDeps, 'connection' | 'clock' | 'ids' | 'settings'>,
  { draft, after, sample }: Parsed<'workflow.dryRun'>,
): Promise<DryRunPart> {
  const settings = await deps.settings();
  const now = deps.clock.now();
  const { coldLeadDays } = settings;
  const tx = (await deps.connection.get()).transaction([...FACT_STORES]);
  const { checked, matched, cold, next } = await matchPart(tx, fitsOf(draft, now), {
    ...{ after, coldLeadDays, now },
  });
  const env = {
    definitions: definitionsFor(propertiesNamedBy(draft)),
    zone: draft.settings.zone,
    now,
  };
  const explain = async (contact: Contact): Promise<DryRunContact> => ({
    contactId: contact.id,
    name: displayName(contact),
    ...(contact.emails[0] && { address: contact.emails[0] }),
    actions: await explainActions(tx, contact, draft.actions, { settings, ids: deps.ids, env }),
  });
  const explained: DryRunContact[] = [];
  for (const contact of matched.slice(0, sample)) explained.push(await explain(contact));
  return {
    ...{ checked, matched: matched.length, cold },
    sample: explained,
    ...(next !== undefined && { next }),
  };
}
