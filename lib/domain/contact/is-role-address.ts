/** Mailboxes of a function and not of a person: RFC 2142, and what companies use beside it. */
const ROLES: ReadonlySet<string> = new Set([
  ...['abuse', 'hostmaster', 'noc', 'postmaster', 'security', 'webmaster', 'mailer-daemon'],
  ...['info', 'contact', 'contactus', 'hello', 'hi', 'mail', 'office', 'reception', 'team'],
  ...['sales', 'marketing', 'press', 'media', 'pr', 'partners', 'partnerships', 'events'],
  ...['support', 'help', 'helpdesk', 'service', 'customerservice', 'customer-service', 'feedback'],
  ...['billing', 'accounting', 'accounts', 'finance', 'invoices', 'invoice', 'payments', 'orders'],
  ...['hr', 'jobs', 'careers', 'recruiting', 'recruitment', 'admin', 'administrator', 'it'],
  ...['legal', 'privacy', 'compliance', 'gdpr', 'dpo', 'editor', 'enquiries', 'inquiries'],
  ...[
    'noreply',
    'no-reply',
    'donotreply',
    'do-not-reply',
    'newsletter',
    'subscribe',
    'unsubscribe',
  ],
  ...['all', 'everyone', 'staff', 'kontakt', 'biuro', 'sekretariat', 'sprzedaz', 'faktury'],
]);

/**
 * Is this the address of a function, which nobody in particular reads?
 *
 * @example isRoleAddress('Sales+eu@example.com') // true
 * @example isRoleAddress('ada@example.com') // false
 */
export function isRoleAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase();
  return ROLES.has(local.split('+')[0] ?? '');
}
