import { describe, expect, it } from 'vitest';
import { demo, type Json, synthesized } from './support/assembly.ts';

/** What changes with every edit of a handler or of a flow, and says nothing of the infrastructure: hashes of bundles, words of flows, paths. */
function normalised(value: Json, key = ''): Json {
  if (key === 'Content' && typeof value === 'object' && value !== null && 'Fn::Join' in value) {
    return { references: referencesIn(value) };
  }
  if (key === 'Content' && typeof value === 'string') return { references: [] };
  if (key === 'SeedsHash') return '<hash>';
  if (typeof value === 'string') return value.replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>');
  if (Array.isArray(value)) return value.map((one) => normalised(one));
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value).filter(([name]) => name !== 'Metadata');
    return Object.fromEntries(kept.map(([name, one]) => [name, normalised(one, name)]));
  }
  return value;
}

function referencesIn(value: Json): readonly Json[] {
  const found = JSON.stringify(value).matchAll(/\{"(?:Fn::GetAtt|Fn::ImportValue|Ref)":(?:\[[^\]]*\]|"[^"]*")\}/g);
  return [...new Set([...found].map(([one]) => one))].sort().map((one) => JSON.parse(one));
}

describe('templates', () => {
  const { templates } = synthesized();

  it.each(Object.keys(templates))('COMMON-04: %s says what it said when it was last reviewed', async (stack) => {
    const template = normalised(JSON.parse(JSON.stringify(templates[stack])));
    await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot(`golden/${stack}.json`);
  });

  it('COMMON-54: the test cases, where a deployment asks for them, say what they said when they were last reviewed', async () => {
    const asked = synthesized({ ...demo, testCases: true }).templates['TestCases'];
    const template = normalised(JSON.parse(JSON.stringify(asked)));
    await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot('golden/TestCases.json');
  });
});
