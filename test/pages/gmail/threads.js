// Invented people at example.com. `id` is the id in the address, `legacy` the one in the document.
const rep = { email: 'rep@example.com', name: 'Robin Rep' };
const ada = { email: 'ada.kowalska@example.com', name: 'Ada Kowalska' };
const ben = { email: 'ben.okafor@example.com', name: 'Ben Okafor' };
const chloe = { email: 'chloe.martin@example.com', name: 'Chloé Martin' };
const dev = { email: 'dev.patel@example.com', name: 'Dev Patel' };

globalThis.ownAddress = rep.email;

globalThis.threads = [
  {
    id: 'FMfcgzQXKDPbFzvJhgnkMTPnzqLzFTrM',
    legacy: '19a3f0c5d2b10001',
    subject: 'Pricing for twelve seats',
    messages: [
      {
        from: ada,
        to: [rep],
        date: 'Nov 20, 2026, 9:12 AM',
        text: 'Hi Robin,\n\nwe are twelve people now. Could you send me the price for a year?\n\nAda',
      },
    ],
  },
  {
    id: 'FMfcgzQXKDPbFzvKjlmnNTPnzqLzGVsN',
    legacy: '19a3f0c5d2b10002',
    subject: 'Pilot: next steps',
    messages: [
      {
        from: rep,
        to: [ben, chloe],
        date: 'Nov 19, 2026, 4:40 PM',
        text: 'Hello both,\n\nthank you for the call. Shall we start the pilot in December?\n\nRobin',
      },
      {
        from: ben,
        to: [rep, chloe, dev],
        date: 'Nov 19, 2026, 5:05 PM',
        text: 'December works. Adding Dev, who runs our mail.\n\nBen',
      },
      {
        from: dev,
        to: [rep, ben, chloe],
        date: 'Nov 20, 2026, 8:31 AM',
        text: 'Two questions about the sign-in, see below.\n\nDev',
      },
    ],
  },
  {
    id: 'FMfcgzQXKDPbFzvLmnpqPTPnzqLzHWtP',
    legacy: '19a3f0c5d2b10003',
    subject: 'Invoice - archive@example.com - please forward',
    messages: [
      {
        from: { email: 'billing@example.com', name: '<img src=x onerror=alert(1)>' },
        to: [rep],
        date: 'Nov 18, 2026, 11:00 AM',
        text: 'A name that is markup, and a subject that looks like the end of a title.',
      },
      {
        from: {
          email: 'mallory@example.com',
          name: '\u202Emoc.elpmaxe@yrollam\u202C \u0000Mallory\r\nBcc: all@example.com',
        },
        to: [rep],
        date: 'Nov 18, 2026, 11:20 AM',
        text: 'A name with marks that turn its direction, a NUL and a line break.',
      },
      {
        from: { email: 'long@example.com', name: 'Long '.repeat(2_000) },
        to: [rep, { email: 'not an address', name: 'Nobody' }],
        date: 'Nov 18, 2026, 11:30 AM',
        text: 'A name of 10 kB.',
      },
    ],
  },
  {
    id: 'FMfcgzQXKDPbFzvMnpqrQTPnzqLzJXvQ',
    legacy: '19a3f0c5d2b10004',
    subject: 'Note to self',
    messages: [
      {
        from: { ...rep, email: 'Rep@Example.com' },
        to: [rep],
        date: 'Nov 17, 2026, 7:55 AM',
        text: 'Call Ada on Thursday.',
      },
    ],
  },
  {
    id: 'FMfcgzQXKDPbFzvNpqrsRTPnzqLzKZwR',
    legacy: '19a3f0c5d2b10005',
    subject: 'Moving to my new address',
    messages: [
      {
        from: { email: 'dana.levy@example.com', name: 'Dana Levy' },
        to: [rep],
        date: 'Nov 16, 2026, 1:15 PM',
        text: 'From December on please write to dana@levy.example.com.',
      },
      {
        from: { email: 'dana@levy.example.com', name: 'Dana Levy' },
        to: [rep],
        date: 'Nov 16, 2026, 1:18 PM',
        text: 'Here it is.',
      },
    ],
  },
];
