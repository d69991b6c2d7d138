import { blankGroup } from './blank-filter';
import type { ActionKind, TypedAction, TypedBranch, TypedEnroll } from './typed-action';

/** In the order in which they are offered. */
export const ACTION_KINDS = [
  'enroll',
  'unenroll',
  'delay',
  'branch',
  'createTask',
  'setProperty',
] as const satisfies readonly ActionKind[];

/** What the form of the article begins with. */
export function blankEnroll(id: string): TypedEnroll {
  return {
    id,
    kind: 'enroll',
    sequenceId: '',
    useContactZone: true,
    senderType: 'SPECIFIC_USER',
    senderId: '',
    from: '',
    contactOwnerProperty: 'hubspot_owner_id',
    allowColdLeads: false,
  };
}

export function blankBranch(newKey: () => string): TypedBranch {
  return { key: newKey(), name: '', groups: [blankGroup(newKey)], actions: [] };
}

/** An action of a kind, with what is usual filled in. */
export function blankAction(kind: ActionKind, newKey: () => string): TypedAction {
  const id = newKey();
  switch (kind) {
    case 'enroll':
      return blankEnroll(id);
    case 'unenroll':
      return { id, kind };
    case 'delay':
      return { id, kind, days: '1', hours: '0', minutes: '0' };
    case 'createTask':
      return { id, kind, taskKind: 'general', title: '', dueInDays: '0' };
    case 'setProperty':
      return { id, kind, property: '', value: '' };
    case 'branch':
      return { id, kind, branches: [blankBranch(newKey)], otherwise: [] };
  }
}
