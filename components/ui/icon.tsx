/** Line icons on a 16 px grid, drawn for this product. `currentColor` everywhere. */
const PATHS = {
  logo: 'M2.5 4.25 8 8.5l5.5-4.25M2.5 3.5h11v5M9.5 12.5h4m0 0-1.75-1.75M13.5 12.5l-1.75 1.75M2.5 3.5v9H7',
  close: 'm4 4 8 8m0-8-8 8',
  chevron: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  check: 'm3 8.5 3.25 3.25L13 5',
  warn: 'M8 2.25 14.25 13.5H1.75L8 2.25Zm0 4v3.25m0 2v.01',
  block: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM8 4.75v4m0 2.5v.01',
  info: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM8 7.25v4m0-6.5v.01',
  clock: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5ZM8 4.5V8l2.25 1.75',
  mail: 'M2 3.5h12v9H2v-9Zm.25.5L8 8.75 13.75 4',
  offline: 'M2 6a9 9 0 0 1 12 0M4.25 8.5a5.75 5.75 0 0 1 7.5 0M8 12.25v.01M2.5 2.5l11 11',
  person:
    'M8 8.25a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2.75 13.5c.6-2.2 2.6-3.25 5.25-3.25s4.65 1.05 5.25 3.25',
  people:
    'M6 8a2.4 2.4 0 1 0 0-4.8A2.4 2.4 0 0 0 6 8Zm-4.5 5.2c.5-2 2.2-2.9 4.5-2.9s4 .9 4.5 2.9M10.5 3.4a2.4 2.4 0 0 1 0 4.4m1.6 2.8c1.3.4 2.1 1.3 2.4 2.6',
  undo: 'M6 3 2.75 6.25 6 9.5M3 6.25h6.5a3.5 3.5 0 0 1 0 7H6',
  refresh: 'M13.25 8a5.25 5.25 0 1 1-1.6-3.8M13.5 1.75v3h-3',
  pause: 'M5.5 3.5v9m5-9v9',
  stop: 'M4 4h8v8H4z',
  plus: 'M8 3v10M3 8h10',
  settings: 'M2 5h5m4 0h3M2 11h3m4 0h5M9 3v4M7 9v4',
  external: 'M6.5 3.5h-3v9h9v-3M9 2.75h4.25V7M13 3 7.5 8.5',
  globe:
    'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5Zm-6 6.25h12M8 1.75c-4.3 4.2-4.3 8.3 0 12.5 4.3-4.2 4.3-8.3 0-12.5Z',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm3.25 7.75L14 14',
} as const;

export type IconName = keyof typeof PATHS;

export interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  /** Only where the icon stands alone; beside text it is decoration. */
  readonly label?: string | undefined;
}

/** One icon. */
export function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      class="so-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
