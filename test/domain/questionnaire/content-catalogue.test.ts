import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../adapters/content-hash.ts';
import type { CampaignType } from '../../../domain/campaign/campaign-type.ts';
import type { ContentVersion } from '../../../domain/content/content-versions.ts';
import { contentCatalogue } from '../../../domain/questionnaire/content-catalogue.ts';
import { heatWaveQuestionnaire as heat } from '../../../programmes/reflex/questionnaire.ts';
import { MemoryContent } from '../../support/calls/memory-ports.ts';

const type = { code: 'canicule', questionnaire: 'canicule' } as CampaignType;
const older = { ...heat, title: 'Ancien' };
const version = (validFrom: string, value: unknown): ContentVersion => ({
  validFrom,
  hash: contentHash(value),
  origin: 'edit',
  value,
});
const at = '2026-07-06T08:00:00.000Z';

describe('questionnaires as live content', () => {
  const content = new MemoryContent({ campaignTypes: [type], questionnaires: [heat] });
  const versions = async () => [version('2026-01-01', [older]), version('2026-06-01', [heat])];
  const catalogue = contentCatalogue(content, { versions }, contentHash);

  it('REFLEX-14: finds the one of a campaign, of its drill, and none for another kind', async () => {
    const found = { questionnaire: heat, version: contentHash(heat) };
    expect(await catalogue.inForce('p', 'canicule_20260706T070000Z', at)).toEqual(found);
    expect(await catalogue.inForce('p', 'caniculedrill_20260706T070000Z', at)).toEqual(found);
    expect(await catalogue.inForce('p', 'tempete_20260706T070000Z', at)).toBeUndefined();
  });

  it('REFLEX-14: finds every version that was in force once, by its hash', async () => {
    expect(await catalogue.ofVersion('p', 'canicule', contentHash(older), at)).toEqual(older);
    expect(await catalogue.ofVersion('p', 'canicule', 'unknown', at)).toBeUndefined();
    expect(contentHash(structuredClone(heat))).toBe(contentHash(heat));
    expect(contentHash({ ...heat, comment: 'Autre' })).not.toBe(contentHash(heat));
  });
});
