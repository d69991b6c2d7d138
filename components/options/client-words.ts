import type { ConnectedKind } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';

/** What the form for one provider's client says. */
export interface ClientWords {
  readonly title: string;
  readonly intro: string;
  readonly builtIn: string;
  /** Where the client is made: what to do there first, and the page. */
  readonly steps: readonly [first: string, redirect: string, last: string];
  readonly console: { readonly url: string; readonly name: string };
  readonly idLabel: string;
  readonly idHint: string;
  /** The second field. */
  readonly more: { readonly label: string; readonly hint: string; readonly secret: boolean };
  readonly save: string;
  /** What a rep should know before connecting. */
  readonly note?: string;
}

export function clientWords(kind: ConnectedKind): ClientWords {
  switch (kind) {
    case 'gmail':
      return {
        title: t('options.mailbox.client'),
        intro: t('options.mailbox.clientIntro'),
        builtIn: t('options.mailbox.clientBuiltIn'),
        steps: [
          t('options.mailbox.clientStep1'),
          t('options.mailbox.clientStep2'),
          t('options.mailbox.clientStep3'),
        ],
        console: {
          url: 'https://console.cloud.google.com/auth/clients',
          name: t('options.mailbox.openConsole'),
        },
        idLabel: t('options.mailbox.clientId'),
        idHint: t('options.mailbox.clientIdHint'),
        more: {
          label: t('options.mailbox.clientSecret'),
          hint: t('options.mailbox.clientSecretHint'),
          secret: true,
        },
        save: t('options.mailbox.saveClient'),
      };
    case 'outlook':
      return {
        title: t('options.microsoft.title'),
        intro: t('options.microsoft.intro'),
        builtIn: t('options.microsoft.builtIn'),
        steps: [
          t('options.microsoft.step1'),
          t('options.microsoft.step2'),
          t('options.microsoft.step3'),
        ],
        console: {
          url: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
          name: t('options.microsoft.openConsole'),
        },
        idLabel: t('options.microsoft.id'),
        idHint: t('options.microsoft.idHint'),
        more: {
          label: t('options.microsoft.tenant'),
          hint: t('options.microsoft.tenantHint'),
          secret: false,
        },
        save: t('options.microsoft.save'),
        note: t('options.microsoft.staySignedIn'),
      };
  }
}
