import { expect, test } from 'vitest';
import { mailtoAddresses } from './mailto';

test.each([
  ['mailto:ada@example.com', ['ada@example.com']],
  ['MAILTO:ada@Example.COM?subject=Hi', ['ada@example.com']],
  ['mailto:ada%2Bwork@example.com', ['ada+work@example.com']],
  ['mailto:ada+work@example.com', ['ada+work@example.com']],
  ['mailto:a@example.com,b%40example.com', ['a@example.com', 'b@example.com']],
  ['mailto:a@example.com%2Cb@example.com', ['a@example.com', 'b@example.com']],
  ['mailto:?to=a@example.com&cc=b@example.com&bcc=c@example.com', ['a@example.com']],
  ['mailto:Ada%20Kowalska%20%3Cada@example.com%3E', ['ada@example.com']],
  ['mailto:%C5%BCaneta@example.com', ['żaneta@example.com']],
])('%s writes to %j', (href, addresses) => {
  expect(mailtoAddresses(href)).toEqual(addresses);
});

test.each([
  'mailto:',
  'mailto:?subject=Share',
  'mailto:%zz@example.com',
  'mailto:ada@example.com%0D%0ABcc:all@example.com',
  'mailto:%22not%40me%22',
  'https://example.com/?mailto:ada@example.com',
  `mailto:${'a'.repeat(10_000)}@example.com`,
])('%s writes to nobody', (href) => {
  expect(mailtoAddresses(href)).toEqual([]);
});
