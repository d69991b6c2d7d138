import type { Tone } from './badge';
import type { IconName } from './icon';

/** Color never speaks alone: every tone has its sign. */
export const TONE_ICON: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  accent: 'info',
  good: 'check',
  warn: 'warn',
  bad: 'block',
};
