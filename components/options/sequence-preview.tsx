import { Combobox } from '@/components/ui/combobox';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import type { SenderId } from '@/lib/domain/ids';
import { planDate } from '@/lib/i18n/plan-date';
import { stepName } from '@/lib/i18n/step-name';
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
      {view.steps.length === 0 && <p class="so-quiet">{t('sequenceForm.preview.noEmails')}</p>}
      <Steps {...props} />
    </aside>
  );
}

function Steps({ view, now, unsubscribe }: SequencePreviewProps) {
  return (
    <ol class="so-preview-list">
      {view.steps.map((step, index) => (
        <li key={step.key} class="so-card so-preview-email">
          <p class="so-preview-when">
            <strong>
              {stepName(step.kind, index)}
              {step.variant !== undefined && ` · ${t('sequenceForm.variant.name', [step.variant])}`}
            </strong>
            <span class="so-number">
              {step.at === undefined
                ? t('sequenceForm.preview.noDate')
                : planDate(step.at, { now, zone: view.zone })}
            </span>
          </p>
          {step.title && <TaskText step={step} title={step.title} />}
          {step.subject && step.body && (
            <EmailText subject={step.subject} body={step.body} kind={step.kind} />
          )}
          {unsubscribe && step.kind === 'automatedEmail' && (
            <p class="so-quiet">{t('sequenceForm.preview.unsubscribe')}</p>
          )}
          {step.hold && <p class="so-quiet">{t('sequenceForm.preview.hold')}</p>}
        </li>
      ))}
    </ol>
  );
}

type PreviewStep = SequencePreviewProps['view']['steps'][number];
type Parts = NonNullable<PreviewStep['title']>;

function TaskText({ step, title }: { readonly step: PreviewStep; readonly title: Parts }) {
  const { note = [] } = step;
  return (
    <>
      <p class="so-preview-subject">
        <PreviewText parts={title} empty={t('sequenceForm.preview.noTitle')} />
      </p>
      {note.length > 0 && (
        <div class="so-preview-body so-quiet">
          <PreviewText parts={note} empty="" />
        </div>
      )}
    </>
  );
}

/** What a rep writes by hand may have been left empty. */
function EmailText(props: {
  readonly kind: PreviewStep['kind'];
  readonly subject: Parts;
  readonly body: Parts;
}) {
  const isByHand = props.kind === 'manualEmail';
  return (
    <>
      <p class="so-preview-subject">
        <PreviewText
          parts={props.subject}
          empty={isByHand ? t('sequenceForm.preview.yours') : t('sequenceForm.preview.noSubject')}
        />
      </p>
      <div class="so-preview-body">
        <PreviewText
          parts={props.body}
          empty={isByHand ? t('sequenceForm.preview.yours') : t('sequenceForm.preview.noBody')}
        />
      </div>
    </>
  );
}
