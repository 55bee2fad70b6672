import { describe, expect, it } from 'vitest';
import { watchMail } from '../../../domain/watch/watch-mail.ts';
import type { WatchNotice } from '../../../domain/watch/watch-state.ts';

const notice: WatchNotice = {
  ...{ id: 'closing-rate-1#began', type: 'began', at: '2025-07-03T21:35:00.000Z', value: 3.5 },
  episode: {
    id: 'closing-rate-1',
    code: 'closing-rate',
    beganAt: '2025-07-03T21:35:00.000Z',
    value: 3.5,
    told: ['client'],
  },
};
const of = {
  title: 'SAMPS – Province Sud',
  timeZone: 'Pacific/Noumea',
  pageUrl: 'https://site.test/supervision#alertes',
};

describe('COMMON-44: the e-mail of an alert', () => {
  it('says what, since when, how much and where to look, by the clock of the programme', () => {
    const { subject, text } = watchMail(notice, of);
    expect(subject).toBe('SAMPS – Province Sud : alerte, taux de réponse prévu à la fermeture sous l’objectif');
    expect(text.replaceAll('\u202f', ' ')).toBe(
      `SAMPS – Province Sud. Taux de réponse prévu à la fermeture sous l’objectif.

Début : 04/07/2025 à 08:35.

Écart à l’objectif : 3,5 points.

Supervision : https://site.test/supervision#alertes

Les règles d’alerte et les personnes prévenues se changent dans la supervision.
`,
    );
  });

  it('says when it is over', () => {
    const over = watchMail({ ...notice, type: 'ended', at: '2025-07-03T23:05:00.000Z', value: -1.5 }, of);
    expect(over.subject).toContain(' : fin d’alerte, ');
    expect(over.text.replaceAll('\u202f', ' ')).toContain('Début : 04/07/2025 à 08:35 ; fin : 10:05.');
    expect(over.text.replaceAll('\u202f', ' ')).toContain('Écart à l’objectif : -1,5 points.');
  });
});
