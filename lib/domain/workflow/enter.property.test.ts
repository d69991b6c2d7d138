import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aFilter,
  aWorkflow,
  equals,
  groupsOf,
  isKnown,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { decideEntry, type EntryQuestion } from './enter';
import type { Membership } from './membership';
import type { Trigger } from './trigger';

const TRIGGERS: readonly Trigger[] = [
  { kind: 'criteria', groups: [] },
  { kind: 'event', event: { type: 'emailReplied' }, groups: [] },
  { kind: 'schedule', schedule: { type: 'DAILY', minute: 0 }, groups: [] },
];
const REENROLL = [
  { kind: 'off' },
  { kind: 'on', triggers: [] },
  {
    kind: 'on',
    triggers: groupsOf([aFilter('stage', equals('demo'))], [aFilter('form', isKnown())]),
  },
] as const;

/** One thing that happens to a contact, as somebody outside would see it. */
interface Look
  extends Pick<EntryQuestion, 'matches' | 'rematches' | 'changed' | 'isSuppressed' | 'cause'> {
  /** The run that the contact may be in has ended before. */
  readonly ends: boolean;
}

const anyLook: fc.Arbitrary<Look> = fc.record({
  matches: fc.boolean(),
  rematches: fc.subarray([0, 1]),
  changed: fc.subarray(['stage', 'form']).map((names) => new Set(names)),
  isSuppressed: fc.constantFrom(false, false, false, true),
  cause: fc.constantFrom(
    'criteria',
    'criteria',
    'event',
    'schedule',
    'existing',
    'baseline',
    'manual',
  ),
  ends: fc.boolean(),
});
const anyWorkflow = fc
  .record({
    trigger: fc.constantFrom(...TRIGGERS),
    reenroll: fc.constantFrom(...REENROLL),
    unenrollWhenNotMatching: fc.boolean(),
  })
  .map(({ trigger, ...settings }) => aWorkflow({ trigger, settings: workflowSettings(settings) }));
const anyLife = fc.tuple(anyWorkflow, fc.array(anyLook, { maxLength: 30 }));

/** Leads a contact through its looks, in and out of the workflow. */
function live(workflow: EntryQuestion['workflow'], looks: readonly Look[]) {
  let before: Membership | undefined;
  let inside = false;
  return looks.map(({ ends, ...look }) => {
    if (ends) inside = false;
    const isInside = inside;
    const decision = decideEntry({ workflow, before, isInside, ...look });
    const seen = { look, before, isInside, decision };
    before = decision.membership;
    inside = decision.leave === undefined && (isInside || decision.enter);
    return seen;
  });
}

describe('whatever happens to a contact', () => {
  test('it never enters while it is inside or suppressed, and never leaves what it is not in', () => {
    let entered = 0;
    fc.assert(
      fc.property(anyLife, ([workflow, looks]) => {
        for (const { look, isInside, decision } of live(workflow, looks)) {
          if (decision.enter) entered += 1;
          if (isInside || look.isSuppressed) expect(decision.enter).toBe(false);
          if (!isInside) expect(decision).not.toHaveProperty('leave');
          if (decision.enter) expect(decision).not.toHaveProperty('leave');
          if (isInside && look.isSuppressed) expect(decision.leave).toBe('suppressed');
        }
      }),
      { numRuns: 500 },
    );
    expect(entered).toBeGreaterThan(150);
  });

  test('without re-enrollment it enters once, and then only by hand', () => {
    fc.assert(
      fc.property(anyLife, ([workflow, looks]) => {
        fc.pre(workflow.settings.reenroll.kind === 'off');
        const entries = live(workflow, looks).filter(({ decision }) => decision.enter);

        const byItself = entries.filter(({ look }) => look.cause !== 'manual');
        expect(byItself.length).toBeLessThanOrEqual(1);
        if (byItself.length === 1) expect(entries[0]).toBe(byItself[0]);
      }),
      { numRuns: 500 },
    );
  });

  test('it never enters by itself while the criteria do not hold, nor by what does not start it', () => {
    fc.assert(
      fc.property(anyLife, ([workflow, looks]) => {
        for (const { look, decision } of live(workflow, looks)) {
          if (!decision.enter || look.cause === 'manual') continue;
          expect(look.matches).toBe(true);
          expect([workflow.trigger.kind, 'existing']).toContain(look.cause);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('looking again without any change never lets it in', () => {
    fc.assert(
      fc.property(anyLife, ([workflow, looks]) => {
        const last = live(workflow, looks).at(-1);
        if (last === undefined) return;

        const again = decideEntry({
          workflow,
          ...last.look,
          cause: 'criteria',
          changed: new Set(),
          before: last.decision.membership,
          isInside: false,
        });

        expect(again.enter).toBe(false);
        expect(again.membership).toEqual(last.decision.membership);
      }),
      { numRuns: 500 },
    );
  });

  test('what is remembered is what was seen, and how often it has entered', () => {
    fc.assert(
      fc.property(anyLife, ([workflow, looks]) => {
        let times = 0;
        for (const { look, decision } of live(workflow, looks)) {
          times += decision.enter ? 1 : 0;
          const { matches, rematches } = look;
          expect(decision.membership).toEqual({ matches, rematches, times });
        }
      }),
      { numRuns: 300 },
    );
  });
});
