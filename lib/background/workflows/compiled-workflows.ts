import type { Contact } from '@/lib/domain/contact/contact';
import type { WorkflowId } from '@/lib/domain/ids';
import { compileRules, type Rule, type RuleSet } from '@/lib/domain/workflow/compile-rules';
import type { WorkflowEventType } from '@/lib/domain/workflow/event';
import { definitionsFor } from '@/lib/domain/workflow/known-properties';
import { propertiesOf } from '@/lib/domain/workflow/properties-of';
import type { Slots } from '@/lib/domain/workflow/slots';
import { suppressorOf } from '@/lib/domain/workflow/suppressor-of';
import type { Workflow } from '@/lib/domain/workflow/workflow';
import type { Instant } from '@/lib/time/instant';

/** A workflow that is on, ready to be asked about contacts. */
export interface CompiledWorkflow {
  readonly workflow: Workflow;
  readonly isSuppressed: (contact: Contact) => boolean;
  /** Do its criteria hold, and which of the groups that re-enroll? */
  readonly ask: (slots: Slots, now: Instant) => Asked;
}

export interface Asked {
  readonly matches: boolean;
  readonly rematches: readonly number[];
}

/** All workflows that are on. */
export interface CompiledWorkflows {
  readonly get: (id: WorkflowId) => CompiledWorkflow | undefined;
  /** Those with criteria of their own: a new contact may fit them. */
  readonly byCriteria: readonly CompiledWorkflow[];
  /** Those that wait for such an event. */
  readonly waitingFor: (type: WorkflowEventType) => readonly CompiledWorkflow[];
  /** Those that read one of these properties; a change of any other means nothing to them. */
  readonly reading: (properties: Iterable<string>) => ReadonlySet<CompiledWorkflow>;
  readonly slotsOf: (contact: Contact) => Slots;
}

/**
 * Compiles revisions, which never change, together: what several of them ask is answered once per
 * contact.
 *
 * @example compileWorkflows([workflow]).reading(['city']) // those with a filter on the city
 */
export function compileWorkflows(workflows: readonly Workflow[]): CompiledWorkflows {
  const rules: Rule[] = [];
  const numbered = workflows.map((workflow) => ({ workflow, ...numbersOf(workflow, rules) }));
  const definitions = definitionsFor(rules.flatMap(({ groups }) => [...propertiesOf(groups)]));
  const set = compileRules(rules, definitions);
  const compiled = numbered.map(({ workflow, own, again }) => compile(set, workflow, own, again));
  const readers = readersOf(compiled);
  const byId = new Map(compiled.map((one) => [one.workflow.id, one]));
  return {
    get: (id) => byId.get(id),
    byCriteria: compiled.filter(({ workflow: { trigger } }) => trigger.kind === 'criteria'),
    waitingFor: (type) =>
      compiled.filter(
        ({ workflow: { trigger } }) => trigger.kind === 'event' && trigger.event.type === type,
      ),
    reading: (properties) =>
      new Set([...properties].flatMap((property) => readers.get(property) ?? [])),
    slotsOf: set.slotsOf,
  };
}

/** The places of its rules among all: its criteria, and each group that re-enrolls by itself. */
function numbersOf({ trigger, settings }: Workflow, rules: Rule[]) {
  const { zone, reenroll } = settings;
  const own = rules.push({ groups: trigger.groups, zone }) - 1;
  const triggers = reenroll.kind === 'on' ? reenroll.triggers : [];
  const again = triggers.map((group) => rules.push({ groups: [group], zone }) - 1);
  return { own, again };
}

function compile(
  rules: RuleSet,
  workflow: Workflow,
  own: number,
  again: readonly number[],
): CompiledWorkflow {
  return {
    workflow,
    isSuppressed: suppressorOf(workflow.settings),
    ask: (slots, now) => ({
      matches: rules.holds(own, slots, now),
      rematches: [...again.keys()].filter((index) => rules.holds(again[index] ?? -1, slots, now)),
    }),
  };
}

/** Addresses are read by whoever keeps a list of them. */
function readersOf(compiled: readonly CompiledWorkflow[]) {
  const readers = new Map<string, CompiledWorkflow[]>();
  for (const one of compiled) {
    const { trigger, settings } = one.workflow;
    const again = settings.reenroll.kind === 'on' ? settings.reenroll.triggers : [];
    const names = new Set([...propertiesOf(trigger.groups), ...propertiesOf(again)]);
    if (settings.suppressed.length > 0) names.add('email');
    for (const name of names) readers.set(name, [...(readers.get(name) ?? []), one]);
  }
  return readers;
}
