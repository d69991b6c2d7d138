import type { SenderDraft, SenderForm } from '@/components/options/sender-draft';
import { t } from '@/lib/i18n/t';
import type { Input } from '@/lib/rpc/protocol';
import type { SenderChoice } from '@/lib/rpc/views';
import { wholeNumber } from './whole-number';

export function senderDraftOf(sender: SenderChoice): SenderDraft {
  const { address, addresses, adminLimit, meetingLink } = sender;
  return {
    name: sender.name,
    zone: sender.zone,
    defaultAddress: addresses.find(({ isDefault }) => isDefault)?.address ?? address,
    adminLimit: adminLimit === undefined ? '' : String(adminLimit),
    perMinute: String(sender.perMinute),
    seat: sender.seat,
    shared: sender.shared,
    meetingLink: meetingLink ?? '',
  };
}

/** What is typed as a limit: `null` for none, `undefined` for what is no limit. */
export function limitOf(text: string): number | null | undefined {
  return text.trim() === '' ? null : wholeNumber(text, { min: 0, max: 1_000 });
}

export type CheckedSender =
  | { readonly kind: 'ok'; readonly input: Omit<Input<'sender.save'>, 'senderId'> }
  | { readonly kind: 'invalid'; readonly errors: SenderForm['errors'] };

/** What is typed, ready to be saved, or what is wrong with it. */
export function checkSender(draft: SenderDraft): CheckedSender {
  const adminLimit = limitOf(draft.adminLimit);
  const perMinute = wholeNumber(draft.perMinute, { min: 1, max: 10 });
  const link = draft.meetingLink.trim();
  const isLink = link === '' || (/^https:\/\/[^\s]+$/.test(link) && URL.canParse(link));
  if (adminLimit === undefined || perMinute === undefined || !isLink || link.length > 500) {
    return {
      kind: 'invalid',
      errors: {
        ...(adminLimit === undefined && { adminLimit: t('options.sender.wrong.limit') }),
        ...(perMinute === undefined && { perMinute: t('options.sender.wrong.perMinute') }),
        ...((!isLink || link.length > 500) && { meetingLink: t('options.sender.wrong.link') }),
      },
    };
  }
  const { name, zone, defaultAddress, seat, shared } = draft;
  const meetingLink = link === '' ? null : link;
  return {
    kind: 'ok',
    input: {
      name: name.trim(),
      zone,
      defaultAddress,
      seat,
      shared,
      adminLimit,
      perMinute,
      meetingLink,
    },
  };
}
