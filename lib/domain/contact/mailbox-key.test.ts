import { expect, test } from 'vitest';
import { mailboxKey } from './mailbox-key';

test.each([
  ['Ada@Example.com', 'ada@example.com'],
  ['ada+crm@example.com', 'ada@example.com'],
  ['Ada.King+crm@googlemail.com', 'adaking@gmail.com'],
  ['ada.king@example.com', 'ada.king@example.com'],
  ['+48123@example.com', '+48123@example.com'],
])('%s is the mailbox %s', (address, key) => {
  expect(mailboxKey(address)).toBe(key);
});
