import type { Example } from './example';
import { v1 } from './v1';

/** One per version, in order. A new migration brings the next one; earlier ones never change. */
export const examples: readonly Example[] = [v1];
