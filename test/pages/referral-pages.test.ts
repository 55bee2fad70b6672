import { describe, expect, test } from 'vitest';
import { referralOutcomes } from '../../domain/referral/answer-referral.ts';
import type { ReferralView } from '../../domain/referral/referral-view.ts';
import { cellListPage } from '../../pages/referral-cells-page.ts';
import { referralListPage } from '../../pages/referral-list-page.ts';
import { referralPage } from '../../pages/referral-page.ts';

const view: ReferralView = {
  referralId: 'c_1_r1_sociale_k',
  cell: 'sociale',
  subject: 'r1',
  state: 'new',
  level: 'orange',
  levelLabel: 'Orange',
  reasons: ['Seul·e <aujourd’hui>', 'Aide suspendue'],
  createdAt: '2026-07-15T12:00:00.000Z',
  byThirdParty: true,
  isExercise: false,
  score: 24,
};
const session = { userName: 'ana', signOutPath: '/deconnexion' };
const list = (views: readonly ReferralView[], more = 0) =>
  referralListPage({
    cell: 'Cellule sociale',
    timeZone: 'Europe/Paris',
    views,
    more,
    takePath: '/signalements/p/sociale',
    hrefOf: (id) => `/signalements/p/sociale/${id}`,
    ...session,
  });
const sheet = (change: Partial<ReferralView> = {}) =>
  referralPage({
    cell: 'Cellule sociale',
    timeZone: 'Europe/Paris',
    view: { ...view, ...change },
    profile: { lastName: 'N’Guyen', firstName: 'Thi', phones: [], reasons: ['age'], impairments: [] },
    outcomes: referralOutcomes,
    listPath: '/signalements/p/sociale',
    answerPath: '/signalements/p/sociale/x',
    ...session,
  });
const row = { programme: 'REFLEX', timeZone: 'Europe/Paris', cell: 'Cellule sociale', open: 3, waiting: 2 };
const cells = (rows = [{ ...row, oldest: view.createdAt, href: '/signalements/p/sociale' }]) =>
  cellListPage({ rows, ...session });

describe('COMMON-31, COMMON-32: pages of referrals', () => {
  test.each([list([view], 7), list([]), sheet(), cells(), cells([])].map((page, index) => [index, page] as const))(
    'page %i is French, has one h1, no script, and names every control',
    (_index, page) => {
      expect(page).toContain('<html lang="fr">');
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
      const controls = page.match(/<input (?!type="hidden")/g) ?? [];
      expect(page.match(/<label class="choice"><input /g) ?? []).toHaveLength(controls.length);
      for (const table of page.match(/<table>[\s\S]*?<\/table>/g) ?? [])
        expect(table).toMatch(/<caption|<th scope="col">/);
    },
  );

  test('the list tells level, why, local time and state, and names each link and box for those who hear it', () => {
    const page = list([view], 7);
    expect(page).toContain('15/07/2026 à 14:00');
    expect(page).toContain('Seul·e &lt;aujourd’hui&gt;\u202f; Aide suspendue');
    expect(page).toContain('<span class="heard">Signalement 1, Orange</span>');
    expect(page).toContain('Ouvrir<span class="heard"> le signalement 1, Orange</span>');
    expect(page).toContain('Et 7 autres');
  });

  test('the sheet shows what is known, says who answered, and offers what is left to do', () => {
    const page = sheet();
    expect(page).toContain('N’GUYEN Thi');
    expect(page).toContain('un proche ou un aidant');
    expect(page).not.toContain('Code d’accès');
    expect(page.match(/type="radio"/g)).toHaveLength(referralOutcomes.length);
    const closed = { by: 'ana', at: view.createdAt, outcome: 'VISITE_FAITE' };
    expect(sheet({ state: 'closed', closed })).toContain('Visite faite');
    expect(sheet({ state: 'closed', closed })).not.toContain('Prendre en charge');
  });

  test('REFLEX-11: an exercise says that it is one', () => {
    expect(list([{ ...view, isExercise: true }])).toContain('EXERCICE – Orange');
    expect(sheet({ isExercise: true })).toContain('ne déclenchez rien');
    expect(sheet()).not.toContain('EXERCICE');
  });

  test('cells say how many wait and since when', () => {
    expect(cells()).toMatch(/class="number">3<[\s\S]*class="number">2<[\s\S]*15\/07\/2026 à 14:00/);
  });
});
