import { REP } from '../support/world.ts';

export const SECOND_REP = { email: 'second@example.com', name: 'Sam Second' } as const;
export const REPS = [REP, SECOND_REP] as const;
