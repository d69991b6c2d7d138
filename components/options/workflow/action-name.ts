import { t } from '@/lib/i18n/t';
import type { ActionKind } from './typed-action';

/** What an action is called, in its list and among those to add. */
export const actionName = (kind: ActionKind): string => t(`workflow.actions.${kind}`);
