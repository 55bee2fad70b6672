import { describe, expect, it } from 'vitest';
import { appOf, demo, resourcesOf, synthesized } from '../support/assembly.ts';
import { flow, flowFolder } from '../support/flow-folder.ts';

const accueil = flow('samps/accueil');

/** What synth says of these flow files. */
function refusalOf(files: Readonly<Record<string, unknown>>): string {
  try {
    appOf(demo, flowFolder(files));
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'FlowFileError') return error.message;
    throw error;
  }
  throw new Error('synth accepted the flows');
}

const only = (changed: unknown): Readonly<Record<string, unknown>> => ({ 'flows/samps/accueil.json': changed });
const text = JSON.stringify(flow('samps/accueil', '{{flow:samps/suite}}'));

describe('contact flows at synth', () => {
  it('accepts flows, modules and references in any order of files', () => {
    const assembly = synthesized(
      demo,
      flowFolder({
        'flows/samps/accueil.json': flow('samps/accueil', '{{flow:samps/zut}}'),
        'flows/samps/zut.json': flow('samps/zut'),
      }),
    );
    const [, accueilResource] =
      resourcesOf(assembly, 'AWS::Connect::ContactFlow').find(([id]) => id.includes('accueil')) ?? [];
    expect(JSON.stringify(accueilResource?.Properties?.['Content'])).toMatch(
      /Fn::GetAtt":\["sampsFlowzut\w+","ContactFlowArn"\]/,
    );
  });

  it.each([
    [
      'a name that does not exist',
      text,
      'flows/samps/accueil.json, Actions[0].Parameters.ContactFlowId: "{{flow:samps/suite}}" is not accepted; accepted: one of this programme\'s: samps/accueil',
    ],
    [
      'a kind that does not exist',
      text.replace('{{flow:', '{{stream:'),
      '"{{stream:samps/suite}}" is not accepted; accepted: {{function:…}}, {{queue:…}}',
    ],
    ['a placeholder left open', text.replace('suite}}', 'suite'), 'accepted: placeholders written {{kind:name}}'],
    [
      'an ARN',
      text.replace('{{flow:samps/suite}}', 'arn:aws:connect:eu-central-1:1:instance/1/contact-flow/1'),
      'an ARN belongs to one account',
    ],
    [
      'a function that is not for flows',
      text.replace('{{flow:samps/suite}}', '{{function:daily-report}}'),
      'inbound-context, caller-number',
    ],
    [
      'a queue of nobody',
      text.replace('{{flow:samps/suite}}', '{{queue:reflex-crise}}'),
      "one of this programme's: samps-aide-medicale",
    ],
    ['a file that is not JSON', '{', 'flows/samps/accueil.json is not JSON'],
    [
      'a name that is not its place',
      { ...accueil, name: 'samps/bienvenue' },
      'flows/samps/accueil.json, name: "samps/bienvenue" is not accepted; accepted: "samps/accueil", as its place says',
    ],
    [
      'a type that does not exist',
      { ...accueil, type: 'INBOUND' },
      'flows/samps/accueil.json, type: "INBOUND" is not accepted; accepted: CONTACT_FLOW',
    ],
    [
      'a file without content',
      { name: 'samps/accueil', type: 'CONTACT_FLOW', description: '' },
      'flows/samps/accueil.json, content: undefined is not accepted',
    ],
  ])('refuses %s, with file and place', (_, changed, expected) => {
    expect(refusalOf(only(changed))).toContain(expected);
  });

  it('refuses what CreateContactFlow would refuse, all of it at once', () => {
    const doubled = flow('samps/accueil', '{{flow:samps/suite}}');
    const content = JSON.parse(
      JSON.stringify(doubled.content).replaceAll('"fin"', '"appel"').replace('TransferToFlow', 'PlayPrompt'),
    );
    const message = refusalOf({
      'flows/samps/accueil.json': { ...doubled, content },
      'flows/samps/suite.json': flow('samps/suite'),
    });
    expect(message).toMatch(/^flows\/samps\/accueil\.json is refused \(\d+\):/);
    expect(message).toMatch(/appel.*identifier/i);
    expect(message).toContain('PlayPrompt');
  });

  it('refuses flows that name each other in a circle, naming the circle', () => {
    expect(
      refusalOf({
        'flows/samps/accueil.json': flow('samps/accueil', '{{flow:samps/b}}'),
        'flows/samps/b.json': flow('samps/b', '{{flow:samps/c}}'),
        'flows/samps/c.json': flow('samps/c', '{{flow:samps/b}}'),
      }),
    ).toContain(
      'A circle cannot be created: flow:samps/b → flow:samps/c → flow:samps/b; one of them must get the other by a contact attribute',
    );
  });

  it('refuses a number that leads to no flow', () => {
    expect(refusalOf({ 'flows/samps/bienvenue.json': flow('samps/bienvenue') })).toBe(
      'numbers: there is no flow "samps/accueil"; there are samps/bienvenue',
    );
  });

  it('refuses two outbound whispers, since queues use one', () => {
    const whisper = { ...flow('samps/un', undefined, 'OUTBOUND_WHISPER') };
    const content = JSON.parse(JSON.stringify(whisper.content).replace('DisconnectParticipant', 'EndFlowExecution'));
    expect(
      refusalOf({
        'flows/samps/accueil.json': accueil,
        'flows/samps/un.json': { ...whisper, content },
        'flows/samps/deux.json': { ...whisper, name: 'samps/deux', content },
      }),
    ).toContain('flows/samps/deux.json and flows/samps/un.json: a programme has at most one OUTBOUND_WHISPER flow');
  });
});

describe("the repository's flows in the template", () => {
  const assembly = synthesized();
  const flows = [
    ...resourcesOf(assembly, 'AWS::Connect::ContactFlow'),
    ...resourcesOf(assembly, 'AWS::Connect::ContactFlowModule'),
  ];

  it('hold no placeholder and no literal ARN', () => {
    expect(flows.length).toBeGreaterThanOrEqual(9);
    for (const [id, { Properties }] of flows) {
      expect(JSON.stringify(Properties), id).not.toMatch(/\{\{[a-z]/);
      expect(JSON.stringify(Properties), id).not.toMatch(/arn:aws/);
    }
  });

  it('place every block in the designer, no two at the same place', () => {
    for (const [id, { Properties }] of flows) {
      const content = JSON.stringify(Properties?.['Content']);
      const joined: unknown = JSON.parse(content);
      const written = typeof joined === 'string' ? joined : flatten(joined);
      const { Actions, Metadata } = JSON.parse(written);
      const places = Object.entries<{ position: { x: number; y: number } }>(Metadata.ActionMetadata);
      expect(places.map(([name]) => name).sort(), id).toEqual(
        Actions.map((one: { Identifier: string }) => one.Identifier).sort(),
      );
      expect(new Set(places.map(([, { position }]) => `${position.x} ${position.y}`)).size, id).toBe(places.length);
    }
  });

  it('wait for the association of the functions they call', () => {
    const associations = resourcesOf(assembly, 'AWS::Connect::IntegrationAssociation').map(([id]) => id);
    expect(associations).toHaveLength(4);
    for (const [id, { DependsOn }] of flows) expect(DependsOn, id).toEqual(expect.arrayContaining(associations));
  });

  it('are the files of contact-flows, with their own names', () => {
    expect(flows.map(([, { Properties }]) => Properties?.['Name'])).toEqual(
      expect.arrayContaining(['samps/accueil', 'samps/file-attente', 'samps/rappel-sortant', 'samps/choix-prestation']),
    );
  });
});

/** A Fn::Join with every reference as `x`. */
function flatten(joined: unknown): string {
  if (typeof joined !== 'object' || joined === null || !('Fn::Join' in joined) || !Array.isArray(joined['Fn::Join'])) {
    throw new Error(`not a Fn::Join: ${JSON.stringify(joined)}`);
  }
  const parts: unknown = joined['Fn::Join'][1];
  if (!Array.isArray(parts)) throw new Error('a Fn::Join without parts');
  return parts.map((part) => (typeof part === 'string' ? part : 'x')).join('');
}
