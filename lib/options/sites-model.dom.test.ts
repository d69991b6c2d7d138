import { describe, expect, test } from 'vitest';
import type { Note } from '@/components/options/note';
import {
  type FakePermissions,
  fakeChosenSites,
  fakePermissions,
} from '@/test/support/fake-permissions';
import { createSitesModel } from './sites-model';

const GMAIL = 'https://mail.google.com/*';
const HUBSPOT = 'https://*.hubspot.com/*';
const knownSites = [
  { id: 'gmail', name: 'Gmail', origins: [GMAIL] },
  { id: 'hubspot', name: 'HubSpot', origins: [HUBSPOT] },
];

async function atWork(
  world: { permissions?: FakePermissions; chosen?: readonly string[] } = {},
): Promise<{
  sites: ReturnType<typeof createSitesModel>;
  permissions: FakePermissions;
  chosenSites: ReturnType<typeof fakeChosenSites>;
  notes: Note[];
  states: () => Record<string, string>;
}> {
  const permissions = world.permissions ?? fakePermissions();
  const chosenSites = fakeChosenSites(world.chosen);
  const notes: Note[] = [];
  const say = (note: Note) => void notes.push(note);
  const sites = createSitesModel({ knownSites, permissions, chosenSites, say });
  await sites.refresh();
  const states = () => Object.fromEntries(sites.lines.value.map(({ id, state }) => [id, state]));
  return { sites, permissions, chosenSites, notes, states };
}

describe('switching sites on', () => {
  test('asks once, within the click, for just what was ticked and typed', async () => {
    const { sites, permissions, notes, states } = await atWork();
    sites.toggle('gmail');
    sites.toggle('hubspot');
    sites.toggle('hubspot');
    sites.type('https://CRM.example.com/contacts');

    const done = sites.switchOn();
    const askedAtOnce = [...permissions.asked];
    await done;

    expect(askedAtOnce).toEqual([[GMAIL, 'https://crm.example.com/*']]);
    expect(notes).toEqual([{ tone: 'good', text: 'Switched on: Gmail, crm.example.com.' }]);
    expect(states()).toEqual({ gmail: 'on', hubspot: 'off', 'https://crm.example.com/*': 'on' });
    expect([sites.picked.value, sites.address.value]).toEqual([[], '']);
  });

  test('nothing chosen asks nothing and says what to do', async () => {
    const { sites, permissions } = await atWork();

    await sites.switchOn();

    expect(permissions.asked).toEqual([]);
    expect(sites.error.value).toBe('Choose at least one site first.');
  });

  test.each([
    ['my crm', /not the address of a site/],
    ['http://crm.example.com', /Only secure/],
    ['*.example.com', /without \*/],
    ['chrome.google.com', /no extensions/],
    ['mail.google.com', /already in the list/],
  ])('the address %s is refused before the browser is asked', async (address, sentence) => {
    const { sites, permissions } = await atWork({ permissions: fakePermissions([GMAIL]) });
    sites.type(address);

    await sites.switchOn();

    expect(sites.error.value).toMatch(sentence);
    expect(permissions.asked).toEqual([]);
  });

  test('an error goes away with the next key', async () => {
    const { sites } = await atWork();
    await sites.switchOn();

    sites.type('c');

    expect(sites.error.value).toBeUndefined();
  });

  test.each([
    [false, 'warn', /you chose Deny/],
    [new Error('bad pattern'), 'bad', /could not ask/],
  ] as const)('an answer of %s loses nothing that was chosen', async (answer, tone, sentence) => {
    const { sites, notes, chosenSites } = await atWork({
      permissions: fakePermissions([], answer),
    });
    sites.toggle('gmail');
    sites.type('crm.example.com');

    await sites.switchOn();

    expect(notes[0]?.tone).toBe(tone);
    expect(notes[0]?.text).toMatch(sentence);
    expect([sites.picked.value, sites.address.value]).toEqual([['gmail'], 'crm.example.com']);
    expect(await chosenSites.read()).toEqual([]);
  });
});

describe('a site taken back in the browser', () => {
  test('is noticed when the page opens, and can be switched on again', async () => {
    const { sites, permissions, states } = await atWork({ chosen: [GMAIL] });
    const before = states()['gmail'];
    const [gmail] = sites.lines.value;

    if (gmail) await sites.switchOnAgain(gmail);

    expect([before, states()['gmail']]).toEqual(['takenBack', 'on']);
    expect(permissions.asked).toEqual([[GMAIL]]);
  });

  test('is noticed even if it was switched on elsewhere, in the popup or the browser', async () => {
    const { sites, permissions, states } = await atWork({ permissions: fakePermissions([GMAIL]) });

    permissions.takeBack(GMAIL);
    await sites.refresh();

    expect(states()['gmail']).toBe('takenBack');
  });

  test('one account of HubSpot is asked for again as it was', async () => {
    const account = 'https://app-eu1.hubspot.com/*';
    const { sites, permissions } = await atWork({ chosen: [account] });
    const hubspot = sites.lines.value.find((line) => line.id === 'hubspot');

    if (hubspot) await sites.switchOnAgain(hubspot);

    expect(permissions.asked).toEqual([[account]]);
  });
});

describe('removing a site', () => {
  test('takes the permission away and does not read as taken back', async () => {
    const { sites, permissions, notes, states } = await atWork({
      permissions: fakePermissions([GMAIL]),
    });
    const [gmail] = sites.lines.value;

    if (gmail) await sites.remove(gmail);

    expect(await permissions.granted()).toEqual([]);
    expect(states()['gmail']).toBe('off');
    expect(notes[0]).toEqual({
      tone: 'good',
      text: 'Removed: Gmail. Enroll is no longer shown there.',
    });
  });

  test('a browser that refuses leaves it on and says so', async () => {
    const permissions = { ...fakePermissions([GMAIL]), remove: async () => false };
    const { sites, notes, states } = await atWork({ permissions });
    const [gmail] = sites.lines.value;

    if (gmail) await sites.remove(gmail);

    expect(states()['gmail']).toBe('on');
    expect(notes[0]?.tone).toBe('bad');
  });
});
