import type { TypedAction, TypedEnroll } from '@/components/options/workflow/typed-action';
import type { Zone } from '@/lib/time/zone';
import { numberOf, rawGroups } from './raw-operation';

/** Actions, to be parsed; what is missing is `undefined` or empty. */
export function rawActions(actions: readonly TypedAction[], zone: Zone | undefined): object[] {
  return actions.map((action) => ({ id: action.id, kind: action.kind, ...rest(action, zone) }));
}

function rest(action: TypedAction, zone: Zone | undefined): object {
  switch (action.kind) {
    case 'enroll':
      return rawEnroll(action);
    case 'unenroll':
      return {};
    case 'delay':
      return {
        days: wholeOr(action.days),
        minutes: hoursAndMinutes(wholeOr(action.hours), wholeOr(action.minutes)),
      };
    case 'createTask':
      return {
        taskKind: action.taskKind,
        title: action.title,
        dueInDays: wholeOr(action.dueInDays),
      };
    case 'setProperty':
      return { property: action.property, value: action.value };
    case 'branch':
      return {
        branches: action.branches.map(({ name, groups, actions }) => ({
          name,
          groups: rawGroups(groups, zone),
          actions: rawActions(actions, zone),
        })),
        otherwise: rawActions(action.otherwise, zone),
      };
  }
}

function rawEnroll(action: TypedEnroll): object {
  const { sequenceId, useContactZone, senderType, allowColdLeads } = action;
  const { senderId, from, contactOwnerProperty } = action;
  return {
    sequenceId,
    useContactZone,
    allowColdLeads,
    sender:
      senderType === 'CONTACT_OWNER'
        ? { type: senderType, contactOwnerProperty }
        : { type: senderType, senderId, ...(from !== '' && { from }) },
  };
}

/** An empty field of a delay or a due date counts as none. */
const wholeOr = (text: string) => (text.trim() === '' ? 0 : numberOf(text));

function hoursAndMinutes(hours: number | undefined, minutes: number | undefined) {
  const isFine = (value: number | undefined) => value !== undefined && value >= 0;
  if (!isFine(hours) || !isFine(minutes)) return undefined;
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
