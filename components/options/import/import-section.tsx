import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import { FileButton } from './file-button';
import { ImportColumns } from './import-columns';
import { ImportReport } from './import-report';
import type { ColumnTarget, ImportView } from './import-view';

export interface ImportSectionProps {
  readonly takesFocus: boolean;
  readonly view: ImportView;
  readonly onFile: (file: File) => void;
  readonly onColumn: (index: number, target: ColumnTarget) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
  readonly onReset: () => void;
}

/** Contacts from a file: choose it, say what its columns are, watch it, read what came of it. */
export function ImportSection(props: ImportSectionProps) {
  return (
    <Section title={t('import.title')} intro={t('import.intro')} takesFocus={props.takesFocus}>
      <div class="so-card so-form so-import">
        <Stage {...props} />
      </div>
    </Section>
  );
}

function Stage(props: ImportSectionProps) {
  const { view } = props;
  switch (view.kind) {
    case 'empty':
      return (
        <>
          {view.problem && (
            <Notice tone="bad" announce>
              {t(`import.problem.${view.problem}`)}
            </Notice>
          )}
          <p>{t('import.what')}</p>
          <FileButton accept=".csv,.tsv,.txt,text/csv" primary onFile={props.onFile}>
            {t('import.choose')}
          </FileButton>
          <p class="so-quiet">{t('import.againHint')}</p>
        </>
      );
    case 'reading':
      return (
        <p class="so-import-file">
          <Spinner label={t('ui.loading')} /> <ForeignText text={view.file} />
        </p>
      );
    case 'ready':
      return <ImportColumns {...props} view={view} />;
    case 'running':
      return <Running {...props} view={view} />;
    case 'over':
      return <ImportReport view={view} onReset={props.onReset} />;
  }
}

function Running({
  view,
  onCancel,
}: ImportSectionProps & { readonly view: Extract<ImportView, { kind: 'running' }> }) {
  const sentence = t('import.progress', [String(view.done), String(view.total)]);
  return (
    <Notice
      tone="accent"
      title={t('import.running')}
      actions={
        <Button size="s" onClick={onCancel}>
          {t('import.cancel')}
        </Button>
      }
    >
      <progress
        class="so-progress"
        value={view.done}
        max={Math.max(1, view.total)}
        aria-label={sentence}
      />
      <p class="so-number">{sentence}</p>
    </Notice>
  );
}
