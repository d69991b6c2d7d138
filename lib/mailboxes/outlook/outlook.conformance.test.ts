import { describeMailbox } from '@/test/support/mailbox-conformance';
import { openOutlook } from '@/test/support/outlook-rig';

describeMailbox('outlook', openOutlook);

describeMailbox('outlook whose ids change when a draft is sent', () =>
  openOutlook({ idsSurviveSending: false }),
);
