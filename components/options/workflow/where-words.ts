import { t } from '@/lib/i18n/t';

/**
 * Where something stands, in words, from the outside in.
 *
 * @param place as findings name it
 * @example whereWords('actions.1.branches.0.groups.0.filters.2.property')
 * // 'action 2, branch 1, group 1, filter 3'
 */
export function whereWords(place: string): string {
  if (place === '') return '';
  if (place === 'name') return t('workflow.where.name');
  if (place === 'actions') return t('workflow.actions.title');
  const parts = place.split('.');
  const words = parts.flatMap((part, index) => wordsOf(part, parts, index));
  const head =
    parts[0] === 'trigger'
      ? [t('workflow.where.trigger')]
      : parts[0] === 'settings'
        ? [t('workflow.where.settings')]
        : [];
  return capitalized([...head, ...words].join(', '));
}

function wordsOf(part: string, parts: readonly string[], index: number): readonly string[] {
  if (part === 'otherwise') return [t('workflow.where.otherwise'), ...numbered('action')];
  if (part === 'reenroll') return [t('workflow.where.reenroll')];
  const kind = KINDS[part];
  return kind === undefined ? [] : numbered(kind);

  function numbered(of: Kind): readonly string[] {
    const number = Number(parts[index + 1]);
    return Number.isInteger(number) ? [t(`workflow.where.${of}`, [String(number + 1)])] : [];
  }
}

type Kind = 'group' | 'filter' | 'action' | 'branch' | 'pause';

const KINDS: Readonly<Record<string, Kind>> = {
  groups: 'group',
  triggers: 'group',
  filters: 'filter',
  actions: 'action',
  branches: 'branch',
  pauseDates: 'pause',
};

const capitalized = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
