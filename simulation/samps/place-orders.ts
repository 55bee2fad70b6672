import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import type { LocalCloud } from '../../local/index.ts';
import type { Browser } from '../reflex/browser.ts';
import { importRegister } from '../reflex/import-register.ts';
import { type FilePerson, listOf } from './file-people.ts';

export interface OrderToPlace {
  /** Counts from 0: names it in the seeded world. */
  readonly nth: number;
  readonly people: readonly FilePerson[];
  /** Local day, included. */
  readonly deadline: string;
  /** Epoch milliseconds at which the supervisor has the lists. */
  readonly at: number;
}

/**
 * What a supervisor does when the client sends its lists: imports them, files to renew then incomplete ones, and places one order of calls for both, so
 * that who is on both is called once (SAMPS-30).
 */
export function placeOrders(
  scope: { readonly cloud: LocalCloud; readonly browser: Browser; readonly programme: string; readonly user: string },
  { nth, people, deadline, at }: OrderToPlace,
): void {
  const { browser, programme, user } = scope;
  const list = (kind: 'renewal' | 'incomplete') => Buffer.from(listOf(people, kind), 'utf8');
  importRegister({ ...scope, name: `order-${nth}/renewal` }, list('renewal'), at, (renewals) => {
    importRegister({ ...scope, name: `order-${nth}/incomplete` }, list('incomplete'), at, async (incomplete) => {
      const path = outboundRoutes.placeOrder.path.replace('{programme}', programme);
      const order = {
        type: 'renouvellement',
        name: `Relances n° ${nth + 1}`,
        lists: [renewals, incomplete],
        deadline,
        setBy: 'Hélène Wamytan, cheffe du SAMPS',
      };
      await browser.call(user, path, order, `order-${nth}/placed`);
    });
  });
}
