import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReportIssue } from '../../domain/report/report-catalogue.ts';
import { html } from '../../pages/html.ts';
import { messagePage } from '../../pages/message-page.ts';
import { reportListPage } from '../../pages/report-list-page.ts';
import { signInPage } from '../../pages/sign-in-page.ts';

const issue = (overrides: Partial<ReportIssue> = {}): ReportIssue => ({
  programme: 'samps',
  kind: 'daily',
  period: '2025-07-04',
  number: 1,
  state: 'provisional',
  generatedAt: '2025-07-04T05:30:00.000Z',
  key: 'samps/quotidien/x',
  noticed: true,
  published: { bytes: 21_593, sourceHash: 'h', sourceEntries: 5 },
  ...overrides,
});

const list = (daily: readonly ReportIssue[], weekly: readonly ReportIssue[] = []) =>
  reportListPage({
    programmes: [{ title: 'SAMPS – Province Sud', timeZone: 'Pacific/Noumea', daily, weekly }],
    userName: 'marie <admin>',
    signOutPath: '/deconnexion',
    hrefOf: ({ period, number }) => `/rapports/samps/quotidien/${period}_${number}`,
  });

const pages = [
  list([issue()]),
  list([]),
  signInPage('https://exemple.nc/oauth2?a=1&b=2'),
  messagePage({ title: 'Erreur', text: 'Non.', link: { href: '/', label: 'Accueil' } }),
];

describe('COMMON-31, COMMON-32: pages', () => {
  test.each(pages.map((page, index) => [index, page] as const))(
    'page %i is French, has one h1, a way to the content, no script',
    (_index, page) => {
      expect(page).toContain('<html lang="fr">');
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page).toContain('<a class="skip" href="#contenu">');
      expect(page).toContain('name="viewport"');
      expect(page).toMatch(/<title>[^<]+<\/title>/);
      expect(page).not.toMatch(/<script|\son\w+=|javascript:/i);
    },
  );

  test('the list tells period, version, number, local time and size, and names each link for those who hear it', () => {
    const page = list([issue({ number: 2, state: 'definitive' })]);
    expect(page).toContain('Vendredi 4 juillet 2025');
    expect(page).toContain('<span class="definitive">Définitif</span>, édition n°&nbsp;2');
    expect(page).toContain('04/07/2025 à 16:30');
    expect(page).toContain('22\u00a0ko');
    expect(page).toMatch(
      /href="\/rapports\/samps\/quotidien\/2025-07-04_2">Télécharger<span class="heard"> Vendredi 4 juillet 2025, définitif<\/span> \(Excel\)/,
    );
  });

  test('an empty list says when the first report will be there; no programme says whom to ask', () => {
    expect(list([])).toContain('Aucun rapport pour le moment');
    const none = reportListPage({ programmes: [], userName: 'x', signOutPath: '/deconnexion', hrefOf: () => '' });
    expect(none).toContain('Demandez l’accès à votre responsable');
  });

  test('a week is told with its days', () => {
    expect(list([], [issue({ kind: 'weekly', period: '2025-W27' })])).toContain(
      'Semaine 27, du lundi 30 juin 2025 au dimanche 6 juillet 2025',
    );
  });

  test('its icon is in it: a browser asks for none', () => {
    expect(list([])).toMatch(/<link rel="icon" href="data:image\/svg\+xml,[\w%.!~*'()-]+">/);
  });

  test('names are escaped', () => {
    expect(list([])).toContain('marie &lt;admin&gt;');
  });

  test('no text can make markup, in an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><>');
      }),
    );
  });
});
