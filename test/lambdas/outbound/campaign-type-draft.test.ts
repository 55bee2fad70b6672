import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import type { ContentVersion } from '../../../domain/content/content-versions.ts';
import { questionnaireDraftsHandler } from '../../../lambdas/questionnaire-drafts/handler.ts';
import { programmes } from '../../../programmes/index.ts';
import { campaignTypes } from '../../../programmes/reflex/campaign-types.ts';
import { reflex } from '../../../programmes/reflex/programme.ts';
import { heatWaveQuestionnaire } from '../../../programmes/reflex/questionnaire.ts';
import { context } from '../../support/calls/events.ts';
import { MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { apiEvent } from '../report/api-event.ts';

const at = '2026-07-10T08:00:00.000Z';
const [heat] = campaignTypes;
if (heat === undefined) throw new Error('reflex has no kind of campaign');
/** Another crisis, whose people an agent reads about before having them called. */
const cold = { ...heat, code: 'grandfroid', label: 'Grand froid', crisis: 'grand-froid', mode: 'preview' as const };

function tool(groups = 'reflex:supervisor') {
  const added: { readonly kind: string; readonly version: ContentVersion }[] = [];
  const versions = {
    versions: async () => [],
    add: async (_: string, kind: string, version: ContentVersion) => added.push({ kind, version }) > 0,
  };
  const { schemes } = reflex;
  const content = new MemoryContent({ questionnaires: [heatWaveQuestionnaire], campaignTypes, schemes });
  const handler = questionnaireDraftsHandler(async () => ({
    ports: { content, versions, journal: new MemoryJournal(), hash: contentHash },
    programmes,
    now: () => at,
  }));
  const review = async (body: object) => {
    const path = '/api/reflex/types-campagne';
    const pathParameters = { programme: 'reflex' };
    const event = apiEvent(path, { method: 'POST', groups, userName: 'ville', pathParameters });
    const { statusCode, body: text } = await handler({ ...event, body: JSON.stringify(body) }, context);
    return { status: statusCode, body: JSON.parse(text ?? 'null') };
  };
  return { added, review };
}

describe('REFLEX-10, design decision 8: a kind of campaign is live content', () => {
  it('is checked without being put in force, then put in force at its date beside the others', async () => {
    const { review, added } = tool();
    const value = [...campaignTypes, cold];
    const version = contentHash(value);
    expect((await review({ campaignType: cold })).body).toEqual({
      ...{ accepted: true, version, published: false, validFrom: at, replaces: false },
    });
    expect(added).toEqual([]);
    const validFrom = '2026-07-11T06:00:00.000Z';
    expect((await review({ campaignType: cold, validFrom, publish: true })).body).toMatchObject({ published: true });
    expect(added).toEqual([{ kind: 'campaignTypes', version: { validFrom, hash: version, origin: 'edit', value } }]);
  });

  it('takes the place of the one of its code', async () => {
    const { review, added } = tool();
    const previewed = { ...heat, mode: 'preview' };
    expect((await review({ campaignType: previewed, publish: true })).body).toMatchObject({ replaces: true });
    expect(added[0]?.version.value).toEqual([previewed]);
  });

  it('every fault of form is told at once, with its place, its value and what is accepted', async () => {
    const odd = {
      ...cold,
      code: 'Grand froid',
      cycleHours: '48',
      colour: 'blue',
      pacing: { ...cold.pacing, ratio: -1 },
    };
    const { body } = await tool().review({ campaignType: odd, publish: true });
    expect(body.accepted).toBe(false);
    const told = body.faults.join('\n');
    for (const field of [
      '« code » vaut "Grand froid"',
      '« cycleHours » vaut "48"',
      '« colour »',
      '« pacing.ratio » vaut -1',
    ])
      expect(told).toContain(field);
  });

  it.each([
    [
      'more parts of the day than attempts',
      { policy: { ...cold.policy, minimumDayParts: 5 } },
      'policy.minimumDayParts',
    ],
    ['a cycle that ends before its attempts', { cycleHours: 24 }, 'cycleHours'],
    ['a level that never comes', { triggerLevel: 0 }, 'triggerLevel'],
    ['a queue that is not there', { scheme: 'INCONNU' }, 'scheme'],
    ['a questionnaire that is not in force', { questionnaire: 'inconnu' }, 'questionnaire'],
    ['the crisis of another kind', { crisis: 'canicule' }, 'crisis'],
    ['a number that is none', { callerIdNumber: '0142' }, 'callerIdNumber'],
    [
      'groups that are not everybody',
      {
        forecast: {
          ...heat.forecast,
          reach: { ...heat.forecast?.reach, groups: heat.forecast?.reach.groups.slice(1) },
        },
      },
      'forecast.reach',
    ],
  ])('refuses %s', async (_, change, field) => {
    const { review, added } = tool();
    const { body } = await review({ campaignType: { ...cold, ...change }, publish: true });
    expect(body.accepted).toBe(false);
    expect(body.faults.join()).toContain(`« ${field} »`);
    expect(added).toEqual([]);
  });

  it('refuses a date that is past, and whoever is not of the supervisors or the client', async () => {
    const past = await tool().review({ campaignType: cold, validFrom: '2026-07-09T06:00:00Z' });
    expect(past.body.faults[0]).toContain('validFrom');
    expect((await tool('reflex:agent').review({ campaignType: cold })).status).toBe(403);
  });
});
