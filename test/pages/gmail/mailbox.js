// A mailbox that moves between list and conversation by the hash, as the real one does: the old
// view is hidden and kept, the new one is put in a moment after the address has changed.
const LOAD_MS = 60;
const views = new Map();
const main = el('div', { role: 'main' });
const tools = el('div', { gh: 'tm' });

document.body.append(
  el(
    'header',
    {},
    el('strong', {}, 'Mail'),
    el('span', { class: 'own' }, ownAddress),
    // What the real page does now and then by itself: builds the view anew and drops foreign nodes.
    el('button', { type: 'button', id: 'rebuild', onclick: () => rebuild() }, 'Rebuild view'),
  ),
  el(
    'div',
    { class: 'columns' },
    el(
      'nav',
      {},
      el('a', { href: '#inbox' }, 'Inbox'),
      el('a', { href: '#sent' }, 'Sent'),
      el('a', { href: '#settings/general' }, 'Settings'),
    ),
    el('section', {}, tools, main),
  ),
);

const person = ({ email, name }, kind) =>
  el('span', { class: kind, email, name, 'data-hovercard-id': email }, name || email);

const others = (thread) => {
  const all = thread.messages.flatMap(({ from, to }) =>
    location.hash.startsWith('#sent') ? to : [from],
  );
  return all.filter((one, at) => all.findIndex(({ email }) => email === one.email) === at);
};

function toggle(event) {
  event.stopPropagation();
  const box = event.currentTarget;
  const ticked = box.getAttribute('aria-checked') !== 'true';
  box.setAttribute('aria-checked', String(ticked));
  box.closest('tr').classList.toggle('x7', ticked);
}

const row = (thread, at) =>
  el(
    'tr',
    {
      class: `zA ${at === 0 ? 'zE' : 'yO'}`,
      tabindex: '-1',
      onclick: () => (location.hash = `#inbox/${thread.id}`),
    },
    el(
      'td',
      { class: 'oZ-x3' },
      el('div', {
        role: 'checkbox',
        'aria-checked': 'false',
        tabindex: '-1',
        'aria-label': 'Select',
        onclick: toggle,
      }),
    ),
    el(
      'td',
      { class: 'yX' },
      el(
        'div',
        { class: 'yW' },
        others(thread).map((one) => person(one, at === 0 ? 'zF' : 'yP')),
      ),
    ),
    el(
      'td',
      { class: 'a4W' },
      el(
        'div',
        { class: 'y6' },
        el(
          'span',
          { class: 'bog' },
          el(
            'span',
            {
              'data-thread-id': `#thread-f:${thread.legacy}`,
              'data-legacy-thread-id': thread.legacy,
            },
            thread.subject,
          ),
        ),
      ),
      el('span', { class: 'y2' }, ` – ${thread.messages.at(-1).text.slice(0, 60)}`),
    ),
    el('td', { class: 'bq4' }, el('ul', { role: 'toolbar' })),
    el(
      'td',
      { class: 'xW' },
      el('span', { title: thread.messages.at(-1).date }, thread.messages.at(-1).date.slice(0, 6)),
    ),
  );

const list = () =>
  el(
    'div',
    { gh: 'tl' },
    el(
      'div',
      { class: 'Cp' },
      el(
        'div',
        {},
        el('table', { class: 'F cf zt', role: 'grid' }, el('tbody', {}, threads.map(row))),
      ),
    ),
  );

const message = ({ from, to, date, text }, at, all) =>
  el(
    'div',
    { class: at === all.length - 1 ? 'h7' : 'kv' },
    el(
      'div',
      {
        class: 'adn ads',
        'data-message-id': `#msg-f:${at}`,
        'data-legacy-message-id': `19a3f0c5d2b2000${at}`,
      },
      el(
        'table',
        {},
        el(
          'tbody',
          {},
          el(
            'tr',
            {},
            el('td', { class: 'gF' }, person(from, 'gD')),
            el('td', { class: 'gK' }, el('span', { class: 'g3', title: date }, date)),
          ),
        ),
      ),
      el(
        'div',
        { class: 'hb' },
        'to ',
        to.map((one) => person(one, 'g2')),
      ),
      el('div', { class: 'ii gt' }, el('div', { class: 'a3s aiL' }, text)),
    ),
  );

const conversation = (thread) =>
  el(
    'div',
    { class: 'a98 iY', 'data-legacy-thread-id': thread.legacy },
    el('div', { class: 'ha' }, el('h2', { class: 'hP', tabindex: '-1' }, thread.subject)),
    thread.messages.map(message),
    el('div', { class: 'amn' }, el('button', { type: 'button' }, 'Reply')),
  );

const settings = () =>
  el(
    'div',
    { class: 'settings' },
    el('h2', {}, 'Settings'),
    el('p', {}, 'Signature, language, filters.'),
  );

function build(hash) {
  const thread = threads.find(({ id }) => hash.endsWith(id));
  if (thread) return { title: thread.subject, node: conversation(thread), toolbar: true };
  if (hash.startsWith('#settings')) return { title: 'Settings', node: settings() };
  return { title: `Inbox (${threads.length})`, node: list() };
}

function show() {
  const hash = location.hash || '#inbox';
  const view = views.get(hash) ?? build(hash);
  views.set(hash, view);
  for (const child of main.children) child.style.display = 'none';
  view.node.style.display = '';
  if (view.node.parentNode !== main) main.append(view.node);
  tools.replaceChildren(
    ...(view.toolbar
      ? [
          el(
            'div',
            { gh: 'mtb' },
            el(
              'div',
              {},
              el('div', { class: 'G-Ni' }, el('button', { type: 'button' }, 'Archive')),
              el('div', { class: 'G-Ni' }, el('button', { type: 'button' }, 'Labels')),
            ),
          ),
        ]
      : []),
  );
  document.title = `${view.title} - ${ownAddress} - Gmail`;
}

function rebuild() {
  const hash = location.hash || '#inbox';
  views.get(hash)?.node.remove();
  views.delete(hash);
  show();
}

addEventListener('hashchange', () => setTimeout(show, LOAD_MS));
show();
