import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../local/json.ts';
import { Centre, functionArn } from './support/centre.ts';
import { disconnect, flow, say } from './support/flows.ts';

const override = (actionParameters: JsonObject, strategy: JsonObject): JsonObject => ({
  Identifier: 'double',
  Type: 'OverrideSystemBehavior',
  Parameters: {
    Behavior: {
      Type: 'FlowAction',
      Properties: { ActionType: 'InvokeLambdaFunction', ActionParameters: actionParameters, Strategy: strategy },
    },
  },
});
const fails = { Type: 'MockResponse', Response: { Type: 'Error', Error: { Value: 'TimeLimitExceeded' } } };

const content = (...actions: readonly JsonObject[]): string =>
  JSON.stringify({
    Version: '2019-10-30',
    Metadata: {},
    Observations: [{ Identifier: 'start', Event: { Type: 'TestInitiated' }, Actions: actions }],
  });

async function centreWithFlow(): Promise<{ readonly centre: Centre; readonly entry: JsonObject }> {
  const centre = await Centre.open({ functions: { context: () => ({}) } });
  const arn = await centre.flow('accueil', flow(say('a', 'Bonjour.', 'x'), disconnect('x')));
  return { centre, entry: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: arn } } };
}

describe('AWS::Connect::TestCase', () => {
  it('is kept, SAVED unless told otherwise', async () => {
    const { centre, entry } = await centreWithFlow();
    const known = content(override({ LambdaFunctionARN: functionArn('context') }, fails));
    const { ref } = await centre.create('TestCase', 'T', { Name: 'muet', Content: known, EntryPoint: entry });
    expect(ref).toMatch(/\/test-case\//);
    expect(centre.part.connect.instance.testCases.get(ref)).toMatchObject({ name: 'muet', status: 'SAVED' });
  });

  it('is refused with every problem of its content, SAVED or not', async () => {
    const { centre, entry } = await centreWithFlow();
    const wrong = content(
      { Identifier: 'x', Type: 'Say', Parameters: {} },
      override({ LambdaFunctionARN: functionArn('none') }, fails),
      override({ QueueId: 'q' }, { Type: 'SubstituteResource', SubstituteArn: 'other' }),
    );
    const create = centre.create('TestCase', 'T', { Name: 'faux', Content: wrong, EntryPoint: entry });
    await expect(create).rejects.toThrow(
      /InvalidTestCaseException: test\/T [\s\S]*no such action \(is Say\)[\s\S]*function ".*:none" does not exist[\s\S]*queue "q" does not[\s\S]*queue "other" does not/,
    );
    expect(centre.part.connect.instance.testCases.names()).toEqual([]);
  });

  it('starts in a flow that exists', async () => {
    const { centre } = await centreWithFlow();
    const create = centre.create('TestCase', 'T', {
      Name: 'perdu',
      Content: content(),
      EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: 'nulle-part' } },
    });
    await expect(create).rejects.toThrow(/FlowId is "nulle-part"; accepted: no contact flow "nulle-part".*accueil/);
  });
});
