import { Combobox } from '@/components/ui/combobox';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import type { SenderId } from '@/lib/domain/ids';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { PreviewText } from './preview-text';
import type { PreviewView } from './preview-view';

export interface SequencePreviewProps {
  readonly view: PreviewView;
  readonly now: Instant;
  readonly contacts: readonly { readonly id: string; readonly label: string }[];
  readonly contactId: string;
  readonly senders: readonly { readonly id: SenderId; readonly label: string }[];
  readonly senderId: SenderId | undefined;
  /** Every email gets a line to unsubscribe. */
  readonly unsubscribe: boolean;
  readonly onSearch: (text: string) => void;
  readonly onContact: (id: string) => void;
  readonly onSender: (id: SenderId) => void;
}

/** Every email as one contact would get it, and when, as if enrolled now. */
export function SequencePreview(props: SequencePreviewProps) {
  const { view, senders, senderId } = props;
  const zone = view.zone.replaceAll('_', ' ');
  return (
    <aside class="so-preview" aria-labelledby="so-preview">
      <h3 id="so-preview">{t('sequenceForm.preview.title')}</h3>
      <Combobox
        label={t('sequenceForm.preview.contact')}
        value={props.contactId}
        options={props.contacts.map(({ id, label }) => ({ value: id, label }))}
        onSelect={props.onContact}
        onQuery={props.onSearch}
        placeholder={t('sequenceForm.preview.find')}
        nothingFound={t('sequenceForm.preview.nobody')}
      />
      {senders.length > 1 && senderId !== undefined && (
        <SelectField
          label={t('sequenceForm.preview.sender')}
          value={senderId}
          options={senders.map(({ id, label }) => ({ value: id, label }))}
          onSelect={props.onSender}
        />
      )}
      {senders.length === 0 && <Notice tone="neutral">{t('sequenceForm.preview.noSender')}</Notice>}
      <p class="so-quiet">
        {view.zoneSource === 'contact'
          ? t('sequenceForm.preview.theirZone', [zone])
          : t('sequenceForm.preview.yourZone', [zone])}
      </p>
      {view.missing.length > 0 && (
        <Notice tone="warn">{t('sequenceForm.preview.missing', [view.missing.join(', ')])}</Notice>
      )}
      {view.emails.length === 0 && <p class="so-quiet">{t('sequenceForm.preview.noEmails')}</p>}
      <Emails {...props} />
    </aside>
  );
}

function Emails({ view, now, unsubscribe }: SequencePreviewProps) {
  return (
    <ol class="so-preview-list">
      {view.emails.map(({ key, at, subject, body }, index) => (
        <li key={key} class="so-card so-preview-email">
          <p class="so-preview-when">
            <strong>{t('sequenceForm.email', [String(index + 1)])}</strong>
            <span class="so-number">
              {at === undefined
                ? t('sequenceForm.preview.noDate')
                : planDate(at, { now, zone: view.zone })}
            </span>
          </p>
          <p class="so-preview-subject">
            <PreviewText parts={subject} empty={t('sequenceForm.preview.noSubject')} />
          </p>
          <div class="so-preview-body">
            <PreviewText parts={body} empty={t('sequenceForm.preview.noBody')} />
          </div>
          {unsubscribe && <p class="so-quiet">{t('sequenceForm.preview.unsubscribe')}</p>}
        </li>
      ))}
    </ol>
  );
}
