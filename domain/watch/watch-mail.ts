import { figureText, watchWords } from '../../contracts/watch-words.ts';
import { localTime } from '../calendar/local-time.ts';
import { shortMoment, typeset } from '../report/french.ts';
import type { WatchNotice } from './watch-state.ts';

const beginnings = { began: 'alerte', reminder: 'rappel d’alerte', ended: 'fin d’alerte' } as const;

/** The e-mail of a notice: a title, a figure, where to look. Nothing of a person leaves. */
export function watchMail(
  { type, episode, value, at }: WatchNotice,
  { title, timeZone, pageUrl }: { readonly title: string; readonly timeZone: string; readonly pageUrl: string },
): { readonly subject: string; readonly text: string } {
  const what = watchWords[episode.code].title;
  const lines = [
    `${title}. ${what}.`,
    `Début : ${shortMoment(timeZone, episode.beganAt)}${type === 'ended' ? ` ; fin : ${localTime(timeZone, at)}` : ''}.`,
    type === 'ended' && value === episode.value ? '' : `${figureText(episode.code, value)}.`,
    `Supervision : ${pageUrl}`,
    'Les règles d’alerte et les personnes prévenues se changent dans la supervision.',
  ].filter((line) => line !== '');
  return {
    subject: `${title} : ${beginnings[type]}, ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    text: `${lines.map(typeset).join('\n\n')}\n`,
  };
}
