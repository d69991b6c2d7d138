import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import type { ClientForm } from './connect-state';

const CONSOLE = 'https://console.cloud.google.com/auth/clients';

export interface ClientSetupProps {
  readonly client: ClientForm;
  readonly clientError: string | undefined;
  /** Nothing connects without it, so it starts open. */
  readonly clientOpen: boolean;
  readonly redirectUrl: string;
  readonly onClientId: (text: string) => void;
  readonly onClientSecret: (text: string) => void;
  readonly onSaveClient: () => void;
  readonly onCopy: (text: string) => void;
}

/** The company's OAuth client: where to get one, and where to put it. */
export function ClientSetup(props: ClientSetupProps) {
  const { client, clientError, clientOpen, redirectUrl, onCopy } = props;
  // Once open it stays so: closing it after Save would take the focus away with it.
  const isOpen = useRef(clientOpen);
  isOpen.current ||= clientOpen;
  return (
    <details class="so-card" open={isOpen.current}>
      <summary>
        {client.builtIn ? t('options.mailbox.clientBuiltIn') : t('options.mailbox.client')}
      </summary>
      <form
        class="so-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSaveClient();
        }}
      >
        {client.builtIn ? (
          <Notice tone="neutral">{t('options.mailbox.clientBuiltInHint')}</Notice>
        ) : (
          <p>{t('options.mailbox.clientIntro')}</p>
        )}
        <ol class="so-steps">
          <li>
            {t('options.mailbox.clientStep1')}{' '}
            <a href={CONSOLE} target="_blank" rel="noreferrer">
              {t('options.mailbox.openConsole')}
            </a>
          </li>
          <li>
            {t('options.mailbox.clientStep2')}
            <div class="so-copy">
              <input
                class="so-input"
                readOnly
                value={redirectUrl}
                aria-label={t('options.mailbox.redirect')}
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button onClick={() => onCopy(redirectUrl)}>{t('options.copy')}</Button>
            </div>
          </li>
          <li>{t('options.mailbox.clientStep3')}</li>
        </ol>
        <TextField
          label={t('options.mailbox.clientId')}
          hint={t('options.mailbox.clientIdHint')}
          error={clientError}
          value={client.id}
          onInput={props.onClientId}
          maxLength={256}
        />
        <TextField
          label={t('options.mailbox.clientSecret')}
          hint={t('options.mailbox.clientSecretHint')}
          type="password"
          value={client.secret}
          onInput={props.onClientSecret}
          maxLength={256}
        />
        <Button onClick={props.onSaveClient}>{t('options.mailbox.saveClient')}</Button>
        {/* Without a submit button Enter would do nothing. */}
        <input type="submit" hidden />
      </form>
    </details>
  );
}
