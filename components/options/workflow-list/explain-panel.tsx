import { t } from '@/lib/i18n/t';
import { Explain, type ExplainProps } from './explain';

/** Beside the editor: one contact in this workflow. */
export function ExplainPanel(props: ExplainProps) {
  return (
    <section class="so-card so-side" aria-labelledby="so-explain">
      <h3 id="so-explain">{t('workflows.explain.title')}</h3>
      <p class="so-quiet">{t('workflows.explain.intro')}</p>
      <Explain {...props} />
    </section>
  );
}
