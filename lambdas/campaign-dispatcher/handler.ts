import { metrics } from '../../contracts/metrics.ts';
import type { VoiceReach } from '../../domain/callback/voice-reach.ts';
import { dispatchCampaigns } from '../../domain/campaign/dispatch-campaigns.ts';
import type { DispatchPorts } from '../../domain/campaign/dispatch-run.ts';
import type { Wakes } from '../../domain/campaign/wakes.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';
import { woken } from './woken.ts';

export interface CampaignDispatcherParts {
  readonly ports: DispatchPorts;
  readonly wakes: Wakes;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly voiceReach: VoiceReach;
  readonly concurrentCalls: number;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/** Keeps campaigns going at each minute's tick, and dials whenever an agent may be free. Everything is judged at the present instant. */
export function campaignDispatcherHandler(
  parts: () => Promise<CampaignDispatcherParts>,
): FunctionHandler<unknown, void> {
  return functionHandler('campaign-dispatcher', async (event) => {
    const { ports, wakes, programmes, voiceReach, concurrentCalls, count, now } = await parts();
    const outbound = Object.values(programmes).filter((one) => one.outbound !== undefined);
    for (const { programme, kind } of woken(
      event,
      outbound.map(({ name }) => name),
    )) {
      const run = { programme, at: now(), kind, voiceReach, concurrentCalls };
      const { dialled, manual, settled, unstaffed, again } = await dispatchCampaigns(run, ports);
      if (dialled + manual + settled > 0) {
        log('info', 'campaign-dispatcher: dialled', { programme, kind, dialled, manual, settled });
      }
      if (again > 0) {
        await wakes.wake(programme, 'wake', again);
      }
      if (manual > 0) {
        count(metrics.manualAttempts, manual, programme);
      }
      if (unstaffed > 0 && kind === 'tick') {
        count(metrics.campaignsUnstaffed, unstaffed, programme);
      }
    }
  });
}
