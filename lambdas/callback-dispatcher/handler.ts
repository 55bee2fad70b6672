import { metrics } from '../../contracts/metrics.ts';
import type { Appointments } from '../../domain/appointment/appointments.ts';
import { type HandPorts, handDueAppointments } from '../../domain/appointment/hand-due-appointments.ts';
import { dispatch } from '../../domain/callback/dispatch.ts';
import type { DispatchPorts } from '../../domain/callback/dispatch-context.ts';
import type { VoiceReach } from '../../domain/callback/voice-reach.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import { log } from '../middleware/log.ts';

export interface CallbackDispatcherParts {
  readonly ports: DispatchPorts;
  /** Absent where no appointments are given. */
  readonly appointments?: HandPorts['appointments'] & Pick<Appointments, 'find'>;
  readonly programmes: Readonly<Record<string, Programme>>;
  readonly voiceReach: VoiceReach;
  readonly count: (metric: string, value: number, programme: string) => void;
  readonly now: () => string;
}

/**
 * Runs at each minute's tick (`ScheduledEvent` of one programme) and when a contact ends (an agent may be free). Both only say when to look:
 * hours and policy are judged at the present instant, so that a late tick dials nobody after closing.
 */
export function callbackDispatcherHandler(
  parts: () => Promise<CallbackDispatcherParts>,
): FunctionHandler<unknown, void> {
  const nothingBefore = new Map<string, number>();
  return functionHandler('callback-dispatcher', async (event, { awsRequestId: owner }) => {
    const { ports, appointments, programmes, voiceReach, count, now } = await parts();
    const isTick = typeof event === 'object' && event !== null && 'schedule' in event;
    for (const programme of woken(event, Object.keys(programmes))) {
      // Slots begin on a minute: the end of a contact need not look for them.
      if (appointments !== undefined && isTick && programmes[programme]?.appointments !== undefined) {
        await handDueAppointments({ programme, at: now(), nothingBefore }, { ...ports, appointments });
      }
      const { dialled, manual, overdue } = await dispatch(
        { programme, at: now(), owner, voiceReach },
        appointments === undefined ? ports : { ...ports, appointments },
      );
      if (dialled + manual > 0) {
        log('info', 'callback-dispatcher: dialled', { programme, dialled, manual });
      }
      if (manual > 0) {
        count(metrics.manualCallbacks, manual, programme);
      }
      if (overdue > 0) {
        count(metrics.callbacksOverdue, overdue, programme);
      }
    }
  });
}

/** A tick is of one programme; the end of a contact may free an agent of any. */
function woken(event: unknown, programmes: readonly string[]): readonly string[] {
  if (typeof event !== 'object' || event === null || !('schedule' in event)) {
    return programmes;
  }
  const programme = 'programme' in event ? event.programme : undefined;
  if (typeof programme !== 'string' || !programmes.includes(programme)) {
    throw new Error(`The tick is of programme ${JSON.stringify(programme)}; accepted: ${programmes.join(', ')}`);
  }
  return [programme];
}
