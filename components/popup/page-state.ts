import type { ContactStatus } from '@/lib/rpc/views';

/** Somebody on the page behind the popup. */
export interface PagePerson {
  readonly key: string;
  readonly name: string;
  readonly address?: string;
  readonly status: ContactStatus;
}

/** What the page behind the popup has to offer. Every one of them says what to do next. */
export type PageState =
  | { readonly kind: 'looking' | 'failed' | 'restricted' | 'insecure' }
  /** `refused`: the rep was asked and said no. */
  | {
      readonly kind: 'siteOff';
      readonly host: string;
      readonly refused: boolean;
    }
  /** Switched on, but nobody answers: no contact there, or the page is older than the switch. */
  | { readonly kind: 'silent'; readonly host: string }
  | { readonly kind: 'nobody'; readonly host: string }
  | {
      readonly kind: 'people';
      readonly people: readonly PagePerson[];
      /** How many more the page shows. */
      readonly more: number;
    };
