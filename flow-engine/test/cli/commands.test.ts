import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../cli/check-command.ts';
import type { Command } from '../../cli/command.ts';
import { drawCommand } from '../../cli/draw-command.ts';
import { explainCommand } from '../../cli/explain-command.ts';
import { terminalPhone } from '../../cli/terminal-phone.ts';
import { coverageCommand, testCommand } from '../../cli/test-command.ts';
import { loadWorld } from '../../cli/world-file.ts';
import { document, flowOf, onError, when } from '../harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'connect-flow-'));
const at = (name: string): string => join(folder, name);
const any = [onError('NoMatchingError', 'bye')];
const good = document([
  [
    'menu',
    'GetParticipantInput',
    { Text: 'Tapez 1', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    {
      NextAction: 'bye',
      Conditions: [when('1', 'lambda')],
      Errors: [onError('NoMatchingCondition', 'bye'), onError('InputTimeLimitExceeded', 'bye'), ...any],
    },
  ],
  [
    'lambda',
    'InvokeLambdaFunction',
    { LambdaFunctionARN: 'lookup', InvocationTimeLimitSeconds: '3' },
    { NextAction: 'say', Errors: any },
  ],
  ['say', 'MessageParticipant', { Text: 'Dossier $.External.id' }, 'bye'],
  ['bye', 'DisconnectParticipant'],
]);
const test = {
  Version: '2019-10-30',
  Observations: [
    {
      Identifier: 'menu',
      Event: { Type: 'MessageReceived', Properties: { Text: 'Tapez 1', MatchingCriteria: { Type: 'Inclusion' } } },
      Actions: [
        {
          Identifier: 'a',
          Type: 'SendInstruction',
          Parameters: { Instruction: { Type: 'DtmfInput', Properties: { Value: '1' } } },
        },
      ],
      Transitions: { NextObservations: ['said'] },
    },
    {
      Identifier: 'said',
      Event: { Type: 'MessageReceived', Properties: { Text: 'Dossier D-7', MatchingCriteria: { Type: 'Inclusion' } } },
      Actions: [],
      Transitions: {},
    },
  ],
};

beforeAll(() => {
  const write = (name: string, value: unknown) =>
    writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  write('good.json', good);
  write('bad.json', document([['a', 'PlayPrompt', {}, 'a']]));
  write('broken.json', '{"Version":');
  write('case.json', test);
  const parameters = { FlowId: 'arn:aws:connect:eu-west-2:000000000000:instance/i/contact-flow/good' };
  const EntryPoint = { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: parameters };
  write('entry.json', { Name: 'entry', EntryPoint, Content: JSON.stringify(test) });
  write('other.json', document([['bye', 'DisconnectParticipant']]));
  write('world.json', { lambda: { lookup: { id: 'D-7' } } });
  mkdirSync(at('assembly'));
  const parts = JSON.stringify(
    document([
      [
        't',
        'TransferToFlow',
        { ContactFlowId: 'FLOW' },
        { NextAction: 'e', Errors: [onError('NoMatchingError', 'e')] },
      ],
      ['e', 'DisconnectParticipant'],
    ]),
  ).split('FLOW');
  write('assembly/stack.template.json', {
    Resources: {
      Entry: {
        Type: 'AWS::Connect::ContactFlow',
        Properties: {
          Name: 'entry',
          Type: 'CONTACT_FLOW',
          Content: { 'Fn::Join': ['', [parts[0], { 'Fn::GetAtt': ['Other', 'Arn'] }, parts[1]]] },
        },
      },
      Other: { Type: 'AWS::S3::Bucket' },
    },
  });
  write('assembly/manifest.json', { version: '1' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (command: Command, ...args: string[]) => {
  const lines: string[] = [];
  const code = await command.run(args, (text) => lines.push(text));
  return { code, text: lines.join('\n') };
};

describe('check', () => {
  it('fails on errors and names them; reads files, folders and assemblies', async () => {
    expect(await run(checkCommand, at('good.json'))).toMatchObject({ code: 0 });
    const { code, text } = await run(checkCommand, at('bad.json'), at('broken.json'));
    expect(code).toBe(1);
    expect(text).toContain('unknown-action-type  a  Type');
    expect(text).toContain('accepted: MessageParticipant');
    expect(text).toContain('invalid-json');
    expect(await run(checkCommand, at('assembly'))).toEqual({ code: 0, text: 'flows: 1, errors: 0, warnings: 0' });
  });

  it('speaks JSON, SARIF and JUnit', async () => {
    const json: unknown = JSON.parse(
      (await run(checkCommand, at('bad.json'), '--format', 'json', '--errors-only')).text,
    );
    expect(json).toMatchObject([{ code: 'unknown-action-type', path: at('bad.json') }]);
    const sarif: unknown = JSON.parse((await run(checkCommand, at('bad.json'), '--format', 'sarif')).text);
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'unknown-action-type', level: 'error' }, { level: 'warning' }, {}] }],
    });
    expect((await run(checkCommand, at('bad.json'), '--format', 'junit')).text).toContain('failures="1"');
    await expect(run(checkCommand, at('good.json'), '--format', 'xml')).rejects.toThrow(
      'accepted: text, json, sarif, junit',
    );
    await expect(run(checkCommand, at('nowhere'))).rejects.toThrow('does not exist');
    await expect(run(checkCommand)).rejects.toThrow('nothing to check');
  });
});

describe('test and coverage', () => {
  it('passes with the world it needs, fails with a trace without', async () => {
    const args = [at('case.json'), '--flow', at('good.json')];
    expect(await run(testCommand, ...args, '--world', at('world.json'))).toEqual({
      code: 0,
      text: 'PASSED  case\n1 passed, 0 failed',
    });
    const failed = await run(testCommand, ...args);
    expect(failed.code).toBe(1);
    expect(failed.text).toContain('said: observed 0 times');
    expect(failed.text).toContain('heard "Tapez 1"');
    expect((await run(testCommand, ...args, '--format', 'junit')).text).toContain('<failure');
  });

  it('plays a case in the flow of its own entry point, when that is among those given', async () => {
    const args = [at('entry.json'), '--flow', at('other.json'), '--with', at('good.json'), '--world', at('world.json')];
    expect((await run(testCommand, ...args)).text).toBe('PASSED  entry\n1 passed, 0 failed');
  });

  it('lists missed branches and can ask for a minimum', async () => {
    const args = [at('case.json'), '--flow', at('good.json'), '--world', at('world.json')];
    const { code, text } = await run(coverageCommand, ...args);
    expect(code).toBe(0);
    expect(text).toContain('good: 3 of 7 branches (42 %)');
    expect(text).toContain('missed  menu  error InputTimeLimitExceeded  -> bye');
    expect((await run(coverageCommand, ...args, '--min', '50')).code).toBe(1);
  });
});

describe('draw and explain', () => {
  it('draw and explain a flow by name', async () => {
    expect((await run(drawCommand, at('good.json'))).text).toMatch(/^<svg/);
    expect((await run(drawCommand, at('assembly'), '--name', 'entry', '--format', 'mermaid')).text).toMatch(
      /^flowchart/,
    );
    await expect(run(drawCommand, at('assembly'), '--name', 'exit')).rejects.toThrow('no flow "exit"');
    const { text } = await run(explainCommand, at('good.json'), '--explore');
    expect(text).toContain('menu: GetParticipantInput "Tapez 1"');
    expect(text).toContain('good / menu: key 1');
  });
});

describe('the terminal phone', () => {
  const call = async (
    typed: string[],
    flow = flowOf([
      [
        'menu',
        'GetParticipantInput',
        { Text: 'Tapez 1', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        {
          NextAction: 'bye',
          Conditions: [when('1', 'menu')],
          Errors: [onError('NoMatchingCondition', 'bye'), onError('InputTimeLimitExceeded', 'bye')],
        },
      ],
      ['bye', 'DisconnectParticipant'],
    ]),
  ) => {
    const heard: string[] = [];
    const lines = [...typed];
    const end = await terminalPhone({
      ...loadWorld(undefined, []),
      flow,
      attributes: {},
      trace: false,
      ask: async () => lines.shift(),
      print: (text) => heard.push(text),
    });
    return { end, heard };
  };

  it('presses keys, keeps silent, hangs up, and shows virtual time', async () => {
    const { end, heard } = await call(['1', 'what?', '']);
    expect(end).toMatchObject({ reason: 'disconnected' });
    expect(heard.slice(1)).toEqual([
      '00:00  ☎  Tapez 1',
      '00:01  ☎  Tapez 1',
      '0-9 * # keys · Enter silence · t trace · h hang up',
      '00:07  disconnected',
    ]);
    expect((await call(['h'])).end).toMatchObject({ reason: 'hung-up' });
    expect((await call([])).end).toMatchObject({ reason: 'hung-up' });
  });

  it('shows the trace on demand', async () => {
    expect((await call(['t', '7'])).heard).toContain('    · NoMatchingCondition: no condition matches "7"');
  });
});
