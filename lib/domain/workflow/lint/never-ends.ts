import type { Action } from '@/lib/domain/workflow/action';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { WorkflowDraft } from '@/lib/domain/workflow/workflow';
import type { LintRule } from './lint-rule';
import { triggerProperties } from './trigger-properties';

/** What enrolling and unenrolling change by themselves. */
const SEQUENCE_PROPERTIES = [
  'hs_sequences_is_enrolled',
  'hs_sequences_enrolled_count',
  'hs_latest_sequence_enrolled',
  'hs_latest_sequence_enrolled_date',
  'hs_latest_sequence_ended_date',
];

/** What it does brings the contact back into it, over and over. */
export const neverEnds: LintRule<'neverEnds'> = {
  code: 'neverEnds',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ draft, actions }) => {
    const changed = new Set(actions.flatMap(({ action }) => changedBy(action)));
    return [...reenrolledBy(draft)]
      .filter((property) => changed.has(property))
      .map((property) => ({ place: 'settings.reenroll', params: { property } }));
  },
};

function changedBy(action: Action): readonly string[] {
  if (action.kind === 'setProperty') return [action.property];
  return action.kind === 'enroll' || action.kind === 'unenroll' ? SEQUENCE_PROPERTIES : [];
}

function reenrolledBy({ trigger, settings: { reenroll } }: WorkflowDraft): ReadonlySet<string> {
  if (reenroll.kind === 'off') return new Set();
  const own = propertiesOf(reenroll.triggers);
  if (trigger.kind === 'criteria')
    return reenroll.triggers.length === 0 ? triggerProperties(trigger) : own;
  // The change itself starts it again, whatever else has to hold.
  if (trigger.kind !== 'event' || trigger.event.type !== 'propertyChanged') return new Set();
  return new Set([trigger.event.property]);
}
