import type { Instant } from '@/lib/time/instant';

export type BackupRestored =
  | {
      readonly kind: 'restored';
      /** Of which moment the backup is. */
      readonly at: Instant;
      /** What came back; what was there already does not count. */
      readonly contacts: number;
      readonly sequences: number;
      readonly enrollments: number;
      readonly workflows: number;
      readonly tasks: number;
      readonly history: number;
      /** Rows of it that could not be read. */
      readonly damaged: number;
    }
  | { readonly kind: 'unreadable' | 'newer' };
