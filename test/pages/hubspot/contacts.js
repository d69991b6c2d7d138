// Invented contacts at example.com, by record id, with HubSpot's property names.
globalThis.contacts = {
  51: {
    firstname: 'Ada',
    lastname: 'Kowalska',
    email: 'ada.kowalska@example.com',
    jobtitle: 'Head of Operations',
    company: 'Kowalska Logistics',
    city: 'Warsaw',
    country: 'Poland',
    hs_timezone: 'Europe/Warsaw',
    lifecyclestage: 'Sales qualified lead',
    hs_lead_status: 'Open',
  },
  52: {
    firstname: 'Ben',
    lastname: 'Okafor',
    email: 'ben.okafor@example.com',
    jobtitle: 'IT Manager',
    company: 'Okafor Foods',
    city: 'Lagos',
    country: 'Nigeria',
    hs_timezone: 'Africa/Lagos',
    lifecyclestage: 'Lead',
    hs_lead_status: 'In progress',
  },
  53: {
    firstname: 'Chloé',
    lastname: 'Martin',
    email: 'chloe.martin@example.com',
    jobtitle: 'Directrice commerciale',
    company: 'Atelier Martin',
    city: 'Lyon',
    country: 'France',
    lifecyclestage: 'Opportunity',
  },
  // No address at all.
  54: {
    firstname: 'Dev',
    lastname: 'Patel',
    jobtitle: 'Founder',
    company: 'Patel Labs',
    city: 'Pune',
    country: 'India',
    lifecyclestage: 'Lead',
  },
  // Two addresses.
  55: {
    firstname: 'Dana',
    lastname: 'Levy',
    email: 'dana.levy@example.com',
    hs_additional_emails: 'dana@levy.example.com;dana.levy@example.com',
    jobtitle: 'Buyer',
    company: 'Levy & Sons',
    city: 'Haifa',
    country: 'Israel',
  },
  // A zone in the field's own spelling.
  56: {
    firstname: 'Emily',
    lastname: 'Nakamura',
    email: 'emily.nakamura@example.com',
    jobtitle: 'VP Sales',
    company: 'Bay Bikes',
    city: 'San Francisco',
    state: 'California',
    country: 'United States',
    hs_timezone: 'america_slash_los_angeles',
  },
  // Hostile names.
  57: {
    firstname: '<img src=x onerror=alert(1)>',
    lastname: '</span><script>alert(2)</script>',
    email: 'markup@example.com',
    jobtitle: '"><b>Boss</b>',
    company: "Robert'); DROP TABLE--",
  },
  58: {
    firstname: '\u202Eyrollam\u202C',
    lastname: '\u0000Mallory\r\nBcc: all@example.com',
    email: 'mallory@example.com',
    company: 'Right\u200Fto\u200ELeft',
  },
  59: { firstname: 'Long '.repeat(2_000), lastname: 'Name', email: 'long@example.com' },
  // No name: HubSpot shows the address in its place.
  60: { email: 'nameless@example.com', lifecyclestage: 'Subscriber' },
  // Something that is no address.
  61: { firstname: 'Ivan', lastname: 'Petrov', email: 'ivan at example', company: 'Petrov OOD' },
  62: {
    firstname: 'Żaneta',
    lastname: 'Wójcik-Øster',
    email: 'zaneta@example.com',
    jobtitle: 'Kierowniczka zakupów',
    company: 'Øster & Wójcik',
    city: 'Łódź',
    country: 'Polska',
    hs_timezone: 'UTC +01:00 Europe/Warsaw',
  },
};

globalThis.fullName = ({ firstname, lastname }) => [firstname, lastname].filter(Boolean).join(' ');
