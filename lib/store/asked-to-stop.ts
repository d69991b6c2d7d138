import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { findSuppression } from './suppressions';
import type { ReadTx } from './transaction';

/** Does an answer seem to ask not to be written to, and has nobody decided about it yet? */
export async function isAskedToStop(
  tx: ReadTx<'suppression'>,
  { optOutAsked, to }: Enrollment,
): Promise<boolean> {
  return optOutAsked === true && (await findSuppression(tx, to)) === undefined;
}
