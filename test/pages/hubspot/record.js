// A contact record that behaves as the real one: builds its highlight card a second time soon after
// load, keeps hidden copies of records it has shown, and moves on by pushState.
//   ?edit=1      properties are input fields
//   ?minimal=1   no highlight card's main content: only the second anchor is left
//   ?bare=1      no anchor at all
//   ?slow=1500   shows the record before for so long after the address has changed
//   ?rebuild=300 builds the card anew again and again
const query = new URLSearchParams(location.search);
const REBUILD_MS = 400;
const slow = Number(query.get('slow') ?? 150);
const LABELS = {
  email: 'Email',
  hs_additional_emails: 'Additional emails',
  firstname: 'First name',
  lastname: 'Last name',
  jobtitle: 'Job title',
  company: 'Company name',
  city: 'City',
  state: 'State',
  country: 'Country',
  hs_timezone: 'Time zone',
  lifecyclestage: 'Lifecycle stage',
  hs_lead_status: 'Lead status',
};

const idIn = (path) =>
  /\/(?:record\/0-1|contact)\/(\d+)/.exec(path)?.[1] ?? query.get('id') ?? '51';
const portalIn = (path) => /\/contacts\/(\d+)\//.exec(path)?.[1] ?? '4711';

const property = (name, value) =>
  el(
    'span',
    { 'data-test-id': name },
    el('label', {}, LABELS[name]),
    query.has('edit')
      ? el('input', { 'data-selenium-test': `property-input-${name}`, value: value ?? '' })
      : el('span', { 'data-selenium-test': `property-input-${name}` }, value ?? '--'),
  );

function highlight(contact) {
  const name = fullName(contact) || contact.email;
  const title = el(
    'h2',
    { 'data-selenium-test': 'highlightTitle' },
    el('span', { 'data-test-id': 'highlight-property-display-hs_full_name_or_email' }, name),
  );
  const details = [
    contact.jobtitle &&
      el('p', {}, [contact.jobtitle, contact.company].filter(Boolean).join(' at ')),
    contact.email &&
      el(
        'p',
        {},
        el('span', { 'data-test-id': 'highlight-property-display-email' }, contact.email),
      ),
  ];
  return el(
    'div',
    { 'data-test-id': 'record-highlight-content' },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, name.slice(0, 1)),
    el(
      'div',
      query.has('minimal') ? {} : { 'data-test-id': 'record-highlight-main-content' },
      title,
      details,
    ),
  );
}

const about = (contact) =>
  el(
    'article',
    { 'data-card-type': 'PROPERTIES_V3' },
    el('h3', {}, 'About this contact'),
    el(
      'ul',
      { 'data-selenium-test': 'profile-properties-list' },
      Object.keys(LABELS).map((name) => property(name, contact[name])),
    ),
  );

// Shows properties of another record under the same attributes: a decoy.
const associated = (contact) =>
  el(
    'article',
    { 'data-card-type': 'ASSOCIATION_V3' },
    el('h3', {}, 'Companies and colleagues'),
    contact.company &&
      el('a', { href: '#', 'data-selenium-test': 'company-chicklet-title-link' }, contact.company),
    el(
      'ul',
      { 'data-selenium-test': 'profile-properties-list' },
      el(
        'span',
        { 'data-test-id': 'email' },
        el('label', {}, 'Colleague'),
        el('span', { 'data-selenium-test': 'property-input-email' }, 'decoy@example.com'),
      ),
    ),
  );

function record(id) {
  const contact = contacts[id];
  if (!contact)
    return el(
      'main',
      { class: 'missing' },
      el('h2', {}, 'This record does not exist'),
      el('p', {}, 'It may have been deleted or merged.'),
    );
  if (query.has('bare'))
    return el('main', { class: 'missing' }, el('h2', {}, fullName(contact)), about(contact));
  const card = el('article', { 'data-card-type': 'OBJECT_HIGHLIGHT' }, highlight(contact));
  const rebuild = () => card.replaceChildren(highlight(contact));
  setTimeout(rebuild, REBUILD_MS);
  if (query.has('rebuild')) setInterval(rebuild, Number(query.get('rebuild')));
  document.querySelector('#rebuild').onclick = rebuild;
  return el(
    'main',
    { class: 'record' },
    el(
      'aside',
      { 'data-test-id': 'left-sidebar' },
      el('div', { 'data-test-id': 'tab-about-content' }, card, about(contact)),
    ),
    el(
      'section',
      { 'data-test-id': 'middle-pane' },
      el('h3', {}, 'Activity'),
      el('div', { class: 'event' }, 'Robin Rep logged a call'),
      el('div', { class: 'event' }, 'Form submitted: Ask for a price'),
    ),
    el('aside', { 'data-test-id': 'records-right-sidebar' }, associated(contact)),
  );
}

function show() {
  const id = idIn(location.pathname);
  for (const old of document.querySelectorAll('main')) old.style.display = 'none';
  document.body.append(record(id));
  document.title = contacts[id] ? fullName(contacts[id]) || contacts[id].email : 'Not found';
}

function go(step) {
  const ids = Object.keys(contacts);
  const next = ids[(ids.indexOf(idIn(location.pathname)) + step + ids.length) % ids.length];
  history.pushState(
    null,
    '',
    `/contacts/${portalIn(location.pathname)}/record/0-1/${next}${location.search}`,
  );
  setTimeout(show, slow);
}

document.body.append(
  el(
    'header',
    {},
    el('strong', {}, 'CRM'),
    el(
      'a',
      { href: `/contacts/${portalIn(location.pathname)}/objects/0-1/views/all/list` },
      'Contacts',
    ),
    el('span', { 'data-test-id': 'deals' }, 'Deals'),
    el('button', { type: 'button', id: 'rebuild' }, 'Rebuild card'),
    el('button', { type: 'button', id: 'previous', onclick: () => go(-1) }, 'Previous'),
    el('button', { type: 'button', id: 'next', onclick: () => go(1) }, 'Next'),
  ),
);
addEventListener('popstate', () => setTimeout(show, slow));
show();
