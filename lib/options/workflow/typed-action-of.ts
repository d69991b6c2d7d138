import { blankEnroll } from '@/components/options/workflow/blank-action';
import type { TypedAction, TypedEnroll } from '@/components/options/workflow/typed-action';
import type { Action, EnrollAction } from '@/lib/domain/workflow/action';
import type { Zone } from '@/lib/time/zone';
import { typedGroupsOf } from './typed-operation-of';

interface Env {
  readonly zone: Zone;
  readonly newKey: () => string;
}

/** Stored actions as a form shows them. */
export function typedActionsOf(actions: readonly Action[], env: Env): readonly TypedAction[] {
  return actions.map((action) => typedActionOf(action, env));
}

function typedActionOf(action: Action, env: Env): TypedAction {
  switch (action.kind) {
    case 'enroll':
      return typedEnrollOf(action);
    case 'unenroll':
      return { id: action.id, kind: 'unenroll' };
    case 'delay':
      return {
        id: action.id,
        kind: 'delay',
        days: String(action.days),
        hours: String(Math.floor(action.minutes / 60)),
        minutes: String(action.minutes % 60),
      };
    case 'createTask':
      return { ...action, dueInDays: String(action.dueInDays) };
    case 'setProperty':
      return { ...action };
    case 'branch':
      return {
        id: action.id,
        kind: 'branch',
        branches: action.branches.map(({ name, groups, actions }) => ({
          key: env.newKey(),
          name,
          groups: typedGroupsOf(groups, env),
          actions: typedActionsOf(actions, env),
        })),
        otherwise: typedActionsOf(action.otherwise, env),
      };
  }
}

function typedEnrollOf(action: EnrollAction): TypedEnroll {
  const { id, sequenceId, useContactZone, allowColdLeads, sender } = action;
  const typed = { ...blankEnroll(id), sequenceId, useContactZone, allowColdLeads };
  return sender.type === 'CONTACT_OWNER'
    ? { ...typed, senderType: sender.type, contactOwnerProperty: sender.contactOwnerProperty }
    : { ...typed, senderId: sender.senderId, from: sender.from ?? '' };
}
