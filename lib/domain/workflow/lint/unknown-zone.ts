import type { LintRule } from './lint-rule';

/** Without its zone a workflow has neither a clock nor a calendar. */
export const unknownZone: LintRule<'unknownZone'> = {
  code: 'unknownZone',
  severity: 'error',
  stops: 'save',
  find: ({ draft: { settings }, facts: { knowsZone } }) =>
    knowsZone(settings.zone) ? [] : [{ place: 'settings.zone', params: { zone: settings.zone } }],
};
