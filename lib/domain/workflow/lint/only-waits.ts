import type { LintRule } from './lint-rule';

/** Waits and decides, and does nothing with it. */
export const onlyWaits: LintRule<'onlyWaits'> = {
  code: 'onlyWaits',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ actions }) => {
    const waits = actions.every(({ action: { kind } }) => kind === 'delay' || kind === 'branch');
    return waits && actions.length > 0 ? [{ place: 'actions' }] : [];
  },
};
