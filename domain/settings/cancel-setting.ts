import type { SettingAnswer, SettingCode } from '../../contracts/settings.ts';
import { counts } from '../content/content-versions.ts';
import type { SettingPorts } from './change-setting.ts';
import { readReason } from './read-reason.ts';
import { settings } from './setting.ts';

export interface CancelOrder {
  readonly programme: string;
  readonly code: SettingCode;
  /** Hash of the change that is taken back: the last one, which its author saw. */
  readonly seen: string;
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * Takes back a change before it is in force (SAMPS-40): the one before goes on, and the history keeps what was planned, who took it back, when and why. Only
 * the last change, since another one is made over those before. The same order sent twice is one.
 */
export async function cancelSetting(
  { programme, code, seen, at, by, reason }: CancelOrder,
  { versions }: Pick<SettingPorts, 'versions'>,
): Promise<SettingAnswer> {
  const { kind } = settings[code];
  const fault = readReason(reason, 'de l’annulation');
  if (fault !== undefined) {
    return refused(fault);
  }
  const all = await versions.versions(programme, kind);
  const kept = all.filter(counts);
  const latest = kept.at(-1);
  const [before, previous] = [kept.at(-2), all.find((one) => one.hash === seen && one.cancelled?.by === by)];
  if (latest?.hash !== seen && previous !== undefined) {
    return accepted(latest);
  }
  if (latest?.hash !== seen) {
    return refused('Ce réglage a été changé entre-temps. Rechargez la page, puis refaites votre annulation.');
  }
  if (latest.validFrom <= at || before === undefined) {
    return refused(
      `Ce réglage vaut depuis le ${latest.validFrom} : il ne s’annule plus. Faites un nouveau changement.`,
    );
  }
  const cancelled = { by, at, reason: reason.trim() };
  if (!(await versions.cancel(programme, kind, { ...latest, cancelled }))) {
    return refused('Ce changement vient d’être annulé par quelqu’un d’autre. Rechargez la page.');
  }
  return accepted(before);
}

function accepted(inForce: { readonly hash: string; readonly validFrom: string } | undefined): SettingAnswer {
  return { accepted: true, version: inForce?.hash ?? '', validFrom: inForce?.validFrom ?? '' };
}

function refused(fault: string): SettingAnswer {
  return { accepted: false, faults: [fault] };
}
