import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { ConnectedKind } from '@/lib/domain/sender/sender';
import { t } from '@/lib/i18n/t';
import { type ClientWords, clientWords } from './client-words';
import type { ClientForm } from './connect-state';

export interface ClientSetupProps {
  readonly client: ClientForm;
  readonly redirectUrl: string;
  readonly onClient: (kind: ConnectedKind, typed: Partial<Pick<ClientForm, 'id' | 'more'>>) => void;
  readonly onSaveClient: (kind: ConnectedKind) => void;
  readonly onCopy: (text: string) => void;
}

/** The company's OAuth client at one provider: where to get one, and where to put it. */
export function ClientSetup(props: ClientSetupProps) {
  const { client } = props;
  const { kind } = client;
  const words = clientWords(kind);
  // Once open it stays so: closing it after Save would take the focus away with it.
  const isOpen = useRef(client.open);
  isOpen.current ||= client.open;
  return (
    <details class="so-card" open={isOpen.current}>
      <summary>{client.builtIn ? words.builtIn : words.title}</summary>
      <form
        class="so-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSaveClient(kind);
        }}
      >
        {client.builtIn ? (
          <Notice tone="neutral">{t('options.mailbox.clientBuiltInHint')}</Notice>
        ) : (
          <p>{words.intro}</p>
        )}
        <Steps {...props} words={words} />
        <TextField
          label={words.idLabel}
          hint={words.idHint}
          error={client.error}
          value={client.id}
          onInput={(id) => props.onClient(kind, { id })}
          maxLength={256}
        />
        <TextField
          label={words.more.label}
          hint={words.more.hint}
          {...(words.more.secret && { type: 'password' as const })}
          value={client.more}
          onInput={(more) => props.onClient(kind, { more })}
          maxLength={256}
        />
        {words.note && <p class="so-field-hint">{words.note}</p>}
        <Button onClick={() => props.onSaveClient(kind)}>{words.save}</Button>
        {/* Without a submit button Enter would do nothing. */}
        <input type="submit" hidden />
      </form>
    </details>
  );
}

function Steps({ words, redirectUrl, onCopy }: ClientSetupProps & { readonly words: ClientWords }) {
  const [first, redirect, last] = words.steps;
  return (
    <ol class="so-steps">
      <li>
        {first}{' '}
        <a href={words.console.url} target="_blank" rel="noreferrer">
          {words.console.name}
        </a>
      </li>
      <li>
        {redirect}
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
      <li>{last}</li>
    </ol>
  );
}
