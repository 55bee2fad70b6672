import 'amazon-connect-streams';
import type { Softphone } from './softphone.ts';
import { streamsSoftphone } from './streams-softphone.ts';

/** Puts the CCP of the instance on the page, out of sight, and drives it. The page's origin must be approved by the instance. */
export function openStreamsSoftphone(accessUrl: string): Softphone {
  const container = document.createElement('div');
  container.hidden = true;
  document.body.append(container);
  connect.core.initCCP(container, {
    ccpUrl: `${accessUrl}/ccp-v2/`,
    loginPopup: true,
    loginPopupAutoClose: true,
    softphone: { allowFramedSoftphone: true },
    iframeTitle: 'Téléphone',
  });
  return streamsSoftphone(connect);
}
