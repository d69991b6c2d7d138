import { t } from '@/lib/i18n/t';
import type { PreviewPart } from './preview-view';

export interface PreviewTextProps {
  readonly parts: readonly PreviewPart[];
  /** Said when there is nothing. */
  readonly empty: string;
}

/** Text as it would leave. What would not leave so is marked, for eyes and for ears. */
export function PreviewText({ parts, empty }: PreviewTextProps) {
  if (parts.every(({ text }) => text.trim() === '')) return <em class="so-quiet">{empty}</em>;
  return (
    <bdi>
      {parts.map(({ kind, text }, index) =>
        kind === 'text' ? (
          text
        ) : kind === 'filled' ? (
          <span key={index} class="so-filled">
            {text}
          </span>
        ) : (
          <mark
            key={index}
            class="so-token"
            data-kind={kind}
            title={t(`sequenceForm.part.${kind}`)}
          >
            <span class="so-hidden">{t(`sequenceForm.part.${kind}`)} </span>
            {text}
          </mark>
        ),
      )}
    </bdi>
  );
}
