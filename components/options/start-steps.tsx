import { Icon } from '@/components/ui/icon';
import { t } from '@/lib/i18n/t';

export interface StartStepsProps {
  readonly hasSites: boolean;
  readonly hasMailbox: boolean;
}

/** The first run: three steps, which of them are done, and which one is next. */
export function StartSteps({ hasSites, hasMailbox }: StartStepsProps) {
  const steps = [
    {
      key: 'sites',
      text: t('options.start.sites'),
      href: '#sites',
      done: hasSites,
    },
    {
      key: 'mailbox',
      text: t('options.start.mailbox'),
      href: '#mailbox',
      done: hasMailbox,
    },
    {
      key: 'enroll',
      text: t('options.start.enroll'),
      href: undefined,
      done: false,
    },
  ] as const;
  const next = steps.find((step) => !step.done);
  return (
    <section class="so-start" aria-labelledby="so-start">
      <h2 id="so-start">{t('options.start.title')}</h2>
      <p>{hasSites && hasMailbox ? t('options.start.ready') : t('options.start.intro')}</p>
      <ol>
        {steps.map(({ key, text, href, done }, index) => {
          const isNext = next?.key === key;
          return (
            <li key={key} data-done={done} data-next={isNext}>
              <span class="so-start-mark" aria-hidden="true">
                {done ? <Icon name="check" /> : index + 1}
              </span>
              {href !== undefined && !done ? <a href={href}>{text}</a> : <span>{text}</span>}
              <span class="so-hidden">
                {done
                  ? t('options.start.done')
                  : isNext
                    ? t('options.start.current')
                    : t('options.start.todo')}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
