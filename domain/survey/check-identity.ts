import { localDay } from '../calendar/local-time.ts';
import { type Link, mostTries } from '../link/link.ts';
import type { LinkKey } from '../link/links.ts';
import { readBirthDate } from './read-birth-date.ts';
import type { SurveyPorts } from './survey-ports.ts';

/** What came of a birth date. `unverifiable`: the file has none, and the person is to be called. */
export type Identity =
  | { readonly type: 'known' }
  | { readonly type: 'unreadable'; readonly problem: string }
  | { readonly type: 'wrong'; readonly triesLeft: number }
  | { readonly type: 'locked' }
  | { readonly type: 'unverifiable' };

/**
 * Is this the person (ARS-52)? What cannot be read is no try. The fifth wrong date in a row locks the link, and whoever follows the person is told; a
 * repeat tells it again, which changes nothing.
 */
export async function checkIdentity(
  typed: string,
  { link, key, at }: { readonly link: Link; readonly key: LinkKey; readonly at: string },
  ports: SurveyPorts,
): Promise<Identity> {
  const { programme, subject } = link;
  const { timeZone } = await ports.content.inForce(programme, 'calendar', at);
  const read = readBirthDate(typed, localDay(timeZone, at));
  if ('problem' in read) {
    return { type: 'unreadable', problem: read.problem };
  }
  const [taken, birthDate] = await Promise.all([ports.links.takeTry(key), ports.birthDateOf(programme, subject)]);
  if (birthDate === undefined) {
    await askForCall({ link, key, at }, ports);
    return { type: 'unverifiable' };
  }
  if (taken !== undefined && read.day === birthDate) {
    await ports.links.giveTries(key);
    return { type: 'known' };
  }
  if (taken !== undefined && taken < mostTries) {
    return { type: 'wrong', triesLeft: mostTries - taken };
  }
  const lockedAt = await ports.links.note(key, 'lockedAt', at);
  await ports.tell({ programme, subject, occasion: link.occasion, type: 'locked', at: lockedAt });
  return { type: 'locked' };
}

/** The person would rather be called: asked again, it is the same call. */
export async function askForCall(
  { link, key, at }: { readonly link: Link; readonly key: LinkKey; readonly at: string },
  ports: Pick<SurveyPorts, 'links' | 'tell'>,
): Promise<void> {
  const { programme, subject, occasion } = link;
  const askedAt = await ports.links.note(key, 'callAskedAt', at);
  await ports.tell({ programme, subject, occasion, type: 'asked', at: askedAt });
}
