import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import type { ContentVersion } from '../../../domain/content/content-versions.ts';
import { questionnaireDraftsHandler } from '../../../lambdas/questionnaire-drafts/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { referralRules } from '../../../programmes/reflex/referrals.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { apiEvent } from '../report/api-event.ts';

const at = '2026-07-10T08:00:00.000Z';

function tool(groups = 'reflex:client') {
  const added: { readonly kind: string; readonly version: ContentVersion }[] = [];
  const versions = {
    versions: async () => [],
    add: async (_: string, kind: string, version: ContentVersion) => added.push({ kind, version }) > 0,
  };
  const content = new MemoryContent({ questionnaires: [heatWaveQuestionnaire], referralRules });
  const handler = questionnaireDraftsHandler(async () => ({
    ports: { content, versions, journal: new MemoryJournal(), hash: contentHash },
    programmes,
    now: () => at,
  }));
  const review = async (body: unknown) => {
    const path = '/api/reflex/regles-signalements';
    const event = apiEvent(path, {
      method: 'POST',
      groups,
      userName: 'ville',
      pathParameters: { programme: 'reflex' },
    });
    const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body) }, context);
    return { status: statusCode, body: JSON.parse(text ?? 'null') };
  };
  return { added, review };
}

describe('COMMON-40, REFLEX-18: rules of referral are live content', () => {
  it('are checked without being put in force, then put in force at their date, under a version', async () => {
    const { review, added } = tool();
    const checked = await review({ rules: referralRules });
    expect(checked.body).toEqual({
      accepted: true,
      version: contentHash(referralRules),
      published: false,
      validFrom: at,
    });
    expect(added).toEqual([]);
    const validFrom = '2026-07-11T06:00:00.000Z';
    expect((await review({ rules: referralRules, validFrom, publish: true })).body).toMatchObject({ published: true });
    expect(added).toEqual([
      {
        kind: 'referralRules',
        version: { validFrom, hash: contentHash(referralRules), origin: 'edit', value: referralRules },
      },
    ]);
  });

  it('that lose a cell which a questionnaire names, or say something odd, are refused with every fault in French', async () => {
    const { review, added } = tool();
    const without = { ...referralRules, cells: referralRules.cells.filter(({ code }) => code !== 'sanitaire') };
    const lost = await review({ rules: without, publish: true });
    expect(lost.body.accepted).toBe(false);
    expect(lost.body.faults.join(' ')).toContain('sanitaire');
    const odd = { ...referralRules, supervisor: {}, levels: 'toutes', extra: 1 };
    const { faults } = (await review({ rules: odd, publish: true })).body;
    expect(faults).toHaveLength(4);
    expect(faults.join(' ')).toContain('« supervisor.code » manque');
    expect(added).toEqual([]);
  });

  it.each([
    [{ rules: referralRules, validFrom: '2026-07-09T08:00:00Z', publish: true }, 200, 'un instant à venir'],
    [{ rules: referralRules, validFrom: 'demain' }, 400, '« validFrom »'],
    [{ rules: referralRules, publish: 'oui' }, 400, 'true ou false'],
  ])('a date or an order that cannot be is refused (%#)', async (body, status, words) => {
    const { review, added } = tool();
    const answer = await review(body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(words);
    expect(added).toEqual([]);
  });

  it('REFLEX-18: agents may not change them', async () => {
    expect((await tool('reflex:agent').review({ rules: referralRules })).status).toBe(403);
  });
});
