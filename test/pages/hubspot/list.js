// The contacts list: ticking a row mounts the bulk bar, unticking the last one removes it.
//   ?rows=1000   as many rows, invented from the twelve
const query = new URLSearchParams(location.search);
const portal = /\/contacts\/(\d+)\//.exec(location.pathname)?.[1] ?? '4711';
const COLUMNS = {
  name: 'Name',
  email: 'Email',
  jobtitle: 'Job title',
  company: 'Company',
  hs_timezone: 'Time zone',
};
const known = Object.entries(contacts);
const rows = Array.from({ length: Number(query.get('rows') ?? known.length) }, (_, at) => {
  const [id, contact] = known[at % known.length];
  const round = Math.floor(at / known.length);
  if (round === 0) return [id, contact];
  return [
    String(Number(id) + round * 100),
    { ...contact, email: contact.email?.replace('@', `.${round}@`) },
  ];
});

const cell = (id, name, at, ...children) =>
  el(
    'td',
    {
      id: `cell-0-1-${name}-${id}`,
      'data-table-external-id': `cell-0-1-${name}-${id}`,
      'data-column-index': String(at),
    },
    children,
  );

const nameCell = (id, contact) =>
  cell(
    id,
    'name',
    0,
    el('input', { type: 'checkbox', 'aria-label': 'Select', onchange: tick }),
    el(
      'a',
      { href: `/contacts/${portal}/record/0-1/${id}` },
      el('span', { 'data-test-id': 'truncated-object-label' }, fullName(contact) || contact.email),
    ),
  );

const row = ([id, contact]) =>
  el(
    'tr',
    { 'data-test-id': `row-${id}` },
    Object.keys(COLUMNS).map((name, at) =>
      name === 'name'
        ? nameCell(id, contact)
        : cell(id, name, at, el('span', {}, contact[name] ?? '--')),
    ),
  );

function tick() {
  const count = document.querySelectorAll('tbody input:checked').length;
  document.querySelector('[data-test-id="customer-data-bulk-actions-container"]')?.remove();
  if (count === 0) return;
  document
    .querySelector('main')
    .prepend(
      el(
        'div',
        { 'data-test-id': 'customer-data-bulk-actions-container' },
        el('span', {}, `${count} contacts selected`),
        el('button', { type: 'button' }, 'Assign'),
        el('button', { type: 'button' }, 'Edit'),
      ),
    );
}

document.body.append(
  el(
    'header',
    {},
    el('strong', {}, 'CRM'),
    el('a', { href: location.pathname }, 'Contacts'),
    el('span', { 'data-test-id': 'deals' }, 'Deals'),
  ),
  el(
    'main',
    { class: 'list' },
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          Object.entries(COLUMNS).map(([name, label]) =>
            el('th', { 'data-table-external-id': `header-0-1-${name}` }, label),
          ),
        ),
      ),
      el('tbody', {}, rows.map(row)),
    ),
  ),
);
