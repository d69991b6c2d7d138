import type { LintRule } from './lint-rule';
import { triggerProperties } from './trigger-properties';

/** It sets what its own trigger reads: it may start or stop itself. */
export const ownProperty: LintRule<'ownProperty'> = {
  code: 'ownProperty',
  severity: 'warn',
  stops: 'switchOn',
  find: ({ draft: { trigger }, actions }) => {
    const read = triggerProperties(trigger);
    return actions.flatMap(({ action, place }) =>
      action.kind === 'setProperty' && read.has(action.property)
        ? [{ place: `${place}.property`, params: { property: action.property } }]
        : [],
    );
  },
};
