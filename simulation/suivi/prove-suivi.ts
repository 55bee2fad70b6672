import { laneRandom } from '../../local/kernel/random.ts';
import { differences } from '../reconcile.ts';
import { openSuivi, type SuiviOptions } from './open-suivi.ts';
import { playSuivi } from './play-suivi.ts';
import { accountOfSuivi } from './suivi-account.ts';

export interface SuiviProved {
  /** Empty, or what does not hold. */
  readonly faults: readonly string[];
  readonly note: string;
}

/** Share of the sendings at which the function dies, or never hears the answer, though the provider took the message. */
const mishapShare = 0.15;

/**
 * Plays days in one thread, the function that sends messages dying at some sendings: before the provider is asked, after it took the message, or with its
 * answer lost. No message may leave twice, and what nobody knows is shown (design decision 17).
 */
export async function proveSuivi(order: Omit<SuiviOptions, 'inProcess' | 'concurrency'>): Promise<SuiviProved> {
  let [died, unheard] = [0, 0];
  const days = await openSuivi({
    ...order,
    concurrency: 1,
    inProcess: {
      mishap: ({ operation, functionName, invocation, nth }) => {
        if (operation !== 'sms-voice:SendTextMessage' || !functionName.endsWith('message-dispatcher')) return undefined;
        const random = laneRandom(order.seed, `mishap/${invocation}/${nth}`);
        if (!random.chance(mishapShare)) return undefined;
        const mishap = random.pick(['crash-before', 'crash-after', 'crash-after', 'lose-answer'] as const);
        if (mishap === 'lose-answer') unheard += 1;
        else died += 1;
        return mishap;
      },
    },
  });
  try {
    await playSuivi(days);
    const { broken, comparisons, filed } = await accountOfSuivi(days);
    const perhaps = filed.messages.filter(({ told }) => told.has('undetermined'));
    const settled = perhaps.filter(({ told }) => told.has('delivered') || told.has('failed'));
    const off = differences(comparisons).filter(({ figure }) => figure !== 'SMS partis, ou peut-être');
    return {
      faults: [
        ...broken,
        ...off.map(({ figure, workbook, journal, lived }) => `${figure}: ${workbook}, ${journal}, ${lived}`),
        ...(died + unheard === 0 ? ['nothing died'] : []),
      ],
      note: `${days.cloud.sms.accepted().length} messages left, ${died} deaths, ${unheard} answers lost, ${perhaps.length} undetermined, ${settled.length} of them settled by a receipt`,
    };
  } finally {
    await days.cloud.stop();
  }
}
