import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../domain/programme/notice.ts';
import { notice } from '../../../programmes/alertes/notice.ts';
import { alertes } from '../../../programmes/alertes/programme.ts';

const root = resolve(import.meta.dirname, '../../..');
const pictures = 'lambdas/alert-home/assets';
/** What the second phase of the tender asked for. */
const features = Array.from({ length: 16 }, (_, index) => `ALERTES-${10 + index}`);

describe('ALERTES-33: the notice', () => {
  it.each(features)('%s: has a section with steps', (feature) => {
    const own = notice.sections.filter(({ requirements }) => requirements.includes(feature));
    expect(own.map(({ title }) => title)).toHaveLength(1);
    expect(own[0]?.steps.join('').length).toBeGreaterThan(60);
  });

  it('shows a picture that is there, and no other is kept', () => {
    const shown = notice.sections.flatMap(({ picture }) => (picture === undefined ? [] : [`${picture.name}.webp`]));
    expect(readdirSync(`${root}/${pictures}`).sort()).toEqual(shown.sort());
  });

  it('ALERTES-36: names women and men, and says what a page weighs at most, which is less than the 300 kB of the tender', () => {
    const words = [
      ...notice.introduction,
      ...notice.sections.flatMap(({ steps, remarks = [] }) => [...steps, ...remarks]),
    ];
    expect(words[0]).toMatch(/référentes et référents/);
    const [, weight = ''] = /une page pèse moins de (\d+) ko/.exec(words.join(' ')) ?? [];
    expect(Number(weight)).toBeGreaterThan(0);
    expect(Number(weight)).toBeLessThanOrEqual(300);
    expect(words.join(' ')).not.toMatch(/\b(Monsieur|Mademoiselle|sexe|nationalité|civilité)\b/i);
  });

  it('ALERTES-35: is also a document, the same word for word, with the publicity of the fund', async () => {
    await expect(document(notice)).toMatchFileSnapshot(`${root}/docs/notices/alertes.md`);
  });
});

/** The document of the notice; `npx vitest run test/programmes/alertes -u` writes it anew. */
function document({ title, introduction, sections }: Notice): string {
  const { alerts } = alertes;
  const parts = sections.map(({ title: heading, requirements, steps, remarks = [], picture }, index) => {
    const list = steps.length > 1 ? steps.map((step, nth) => `${nth + 1}. ${step}`).join('\n') : steps.join('');
    return [
      `## ${index + 1}. ${heading}`,
      `<!-- ${requirements.join(', ')} -->`,
      list,
      ...remarks,
      ...(picture === undefined ? [] : [`![${picture.shows}](../../${pictures}/${picture.name}.webp)`]),
    ].join('\n\n');
  });
  return `${[
    `# Alertes SMS – ${title}`,
    `![${alerts?.funding.emblem}](embleme-ue.svg) **${alerts?.funding.sentence}**`,
    ...introduction,
    ...parts,
  ].join('\n\n')}\n`;
}
