import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { samps } from '../../programmes/samps/programme.ts';
import { demo, propertiesOf, root, synthesized } from './support/assembly.ts';

const assembly = synthesized({ ...demo, testCases: true });
const cases = propertiesOf(assembly, 'AWS::Connect::TestCase');

/** A copy of `contact-flows/` with one test case changed. */
function withCase(name: string, change: (text: string) => string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'permanence-cases-')), 'contact-flows');
  cpSync(`${root}contact-flows`, folder, { recursive: true });
  const file = join(folder, `tests/samps/${name}.json`);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
}

describe('COMMON-54: test cases of the flows in Amazon Connect', () => {
  it('are there only where a deployment asks for them', () => {
    expect(synthesized().templates['TestCases']).toBeUndefined();
    const files = readdirSync(`${root}contact-flows/tests/samps`);
    expect(cases.map((one) => one['Name'])).toEqual(files.sort().map((file) => `samps/${file.replace('.json', '')}`));
  });

  it('are SAVED, which the service neither validates nor runs, and start a call in a flow of the programme', () => {
    for (const one of cases) {
      expect(one, one.id).toMatchObject({
        Status: 'SAVED',
        EntryPoint: {
          Type: 'VOICE_CALL',
          VoiceCallEntryPointParameters: { FlowId: { 'Fn::ImportValue': expect.stringContaining('ContactFlowArn') } },
        },
      });
    }
    const withAttributes = cases.filter((one) => one['InitializationData'] !== undefined);
    expect(withAttributes.map((one) => one['InitializationData'])).toContain(
      '{"Attributes":{"programme":"samps","scheme":"BOURSES"}}',
    );
  });

  it('send calls that wait to a queue no routing profile has', () => {
    const [queue, ...others] = propertiesOf(assembly, 'AWS::Connect::Queue', 'TestCases');
    expect(others).toEqual([]);
    expect(queue).toMatchObject({ Name: 'samps-essais', MaxContacts: 5 });
    expect(samps.schemes.map((one) => one.queue)).not.toContain('samps-essais');
    expect(JSON.stringify(propertiesOf(assembly, 'AWS::Connect::RoutingProfile'))).not.toContain('essais');
  });

  it('hold no placeholder and no literal ARN', () => {
    const found = JSON.stringify(cases).match(/\{\{[a-z]+:|arn:aws:(connect|lambda)/g);
    expect(found).toBeNull();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'an action that does not exist',
      (text) => text.replace('"TestControl"', '"EndTest"'),
      /testing language has no such/,
    ],
    [
      'a function that does not exist',
      (text) => text.replace('inbound-context}}', 'inbound}}'),
      /\{\{function:inbound\}\}/,
    ],
    ['a name that is not its place', (text) => text.replace('samps/ouvert-bourses', 'samps/x'), /as its place says/],
    ['no flow to start in', (text) => text.replace('VOICE_CALL', 'CALL'), /entryPoint/],
    ['words instead of JSON', () => 'bonjour', /is not JSON/],
  ])('are refused at synth with %s', (_, change, message) => {
    const flows = withCase('ouvert-bourses', change);
    const refusal = new RegExp(`tests/samps/ouvert-bourses\\.json[\\s\\S]*${message.source}`);
    expect(() => synthesized({ ...demo, testCases: true }, flows)).toThrow(refusal);
  });
});
