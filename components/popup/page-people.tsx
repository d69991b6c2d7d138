import { Button } from '@/components/ui/button';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import type { PagePerson } from './page-state';
import { PersonLine } from './person-line';

export interface PagePeopleProps {
  readonly people: readonly PagePerson[];
  readonly more: number;
  readonly now: Instant;
  readonly busy: EnrollmentId | undefined;
  readonly onEnroll: () => void;
  readonly onUnenroll: (id: EnrollmentId) => void;
}

/** The people of the page. Enrolling happens on the page, where its email can be read first. */
export function PagePeople(props: PagePeopleProps) {
  const { people, more, now, busy, onEnroll, onUnenroll } = props;
  const canEnroll = more > 0 || people.some(({ status }) => status.kind !== 'enrolled');
  const alone = people.length === 1 && more === 0;
  return (
    <>
      <ul class="so-people">
        {people.map((person) => (
          <PersonLine
            key={person.key}
            person={person}
            now={now}
            busy={person.status.kind === 'enrolled' && person.status.enrollmentId === busy}
            onUnenroll={onUnenroll}
          />
        ))}
      </ul>
      {more > 0 && <p class="so-quiet">{t('popup.more', [String(more)])}</p>}
      {canEnroll && (
        <Button variant="primary" wide icon="plus" onClick={onEnroll}>
          {alone ? t('popup.enroll') : t('popup.enrollOnPage')}
        </Button>
      )}
    </>
  );
}
