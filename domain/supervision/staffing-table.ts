import type { StaffingAnswer, StaffingTarget } from '../../contracts/staffing.ts';
import { localDay } from '../calendar/local-time.ts';
import { isOpenDay } from '../calendar/opening.ts';
import type { Centre } from '../campaign/dispatch-run.ts';
import { staffingPlan } from '../forecast/staffing-plan.ts';
import type { ReadPorts } from '../report/read-report.ts';
import type { ReportedProgramme } from '../report/report-subject.ts';
import { pastDays } from './past-days.ts';

export interface StaffingPorts extends ReadPorts {
  readonly centre: Centre;
}

/** What somebody tries out; what is absent is known or assumed. Shares: 0..1. */
export interface StaffingInputs {
  readonly calls?: number;
  readonly handlingSeconds?: number;
  readonly share?: number;
  readonly patienceSeconds?: number;
  /** A share answered within so many seconds, in the place of a share answered at all. */
  readonly withinSeconds?: number;
  readonly shrinkage?: number;
}

/** Of a programme that has no past yet (requirements S0 says none): five minutes, two minutes of patience, three paid hours in ten away. */
const assumed = { handlingSeconds: 300, patienceSeconds: 120, shrinkage: 0.3 };

/**
 * Agents for each half-hour of a local day (SAMPS-42, COMMON-41): calls as on the last days of the same weekday, by the functions of their reports.
 * The objective counts callbacks, and this table does not: with as many agents it is kept by calls that are answered alone. `at`: ISO instant.
 */
export async function staffingTable(
  question: { readonly programme: ReportedProgramme; readonly day: string; readonly at: string },
  inputs: StaffingInputs,
  ports: StaffingPorts,
): Promise<StaffingAnswer> {
  const { programme, day, at } = question;
  const [calendar, objectives] = await Promise.all([
    ports.content.inForce(programme.name, 'calendar', at),
    ports.content.inForce(programme.name, 'objectives', at),
  ]);
  const isOpen = isOpenDay(calendar, day);
  const past = await pastDays({ programme, calendar, day, at }, ports);
  const calls = inputs.calls ?? past.calls;
  const handlingSeconds = inputs.handlingSeconds ?? past.handlingSeconds ?? assumed.handlingSeconds;
  const target = targetOf(inputs, objectives.answerRate);
  const shrinkage = inputs.shrinkage ?? assumed.shrinkage;
  const plan = { openDays: 1, weekdays: {}, halfHours: past.halfHours, handlingSeconds, target, shrinkage };
  const online = day === localDay(calendar.timeZone, at) ? await agentsOnline(programme.name, at, ports) : undefined;
  return {
    programme: programme.name,
    timeZone: calendar.timeZone,
    day,
    at,
    isOpen,
    ...(calls === undefined ? {} : { calls }),
    callsFrom: inputs.calls !== undefined ? 'entered' : calls === undefined ? 'nothing' : 'history',
    pastDays: past.days,
    handlingSeconds,
    handlingFrom:
      inputs.handlingSeconds !== undefined ? 'entered' : past.handlingSeconds === undefined ? 'assumed' : 'history',
    target,
    shrinkage,
    halfHours: calls === undefined ? [] : staffingPlan(calendar, day, { ...plan, monthlyCalls: calls }),
    ...(online === undefined ? {} : { agentsOnline: online }),
  };
}

/** A target of all calls is never reached by any number of agents. */
function targetOf({ share, patienceSeconds, withinSeconds }: StaffingInputs, objective: number): StaffingTarget {
  const wanted = share ?? Math.min(objective, 0.99);
  return withinSeconds === undefined
    ? { type: 'answer-rate', share: wanted, patienceSeconds: patienceSeconds ?? assumed.patienceSeconds }
    : { type: 'service-level', share: wanted, seconds: withinSeconds };
}

async function agentsOnline(
  programme: string,
  at: string,
  { content, centre }: StaffingPorts,
): Promise<number | undefined> {
  const schemes = await content.inForce(programme, 'schemes', at);
  const load = await centre.now([...new Set(schemes.map(({ queue }) => queue))]);
  return load === 'throttled' ? undefined : load.agentsOnline;
}
