import type { Example } from './example';
import { v1 } from './v1';
import { v2 } from './v2';
import { v3 } from './v3';
import { v4 } from './v4';

/** One per version, in order. A new migration brings the next one; earlier ones never change. */
export const examples: readonly Example[] = [v1, v2, v3, v4];
