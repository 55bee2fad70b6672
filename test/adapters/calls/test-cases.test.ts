import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import {
  AccessDeniedException,
  ConnectClient,
  DescribeTestCaseCommand,
  InvalidTestCaseException,
  ListTestCasesCommand,
  UpdateTestCaseCommand,
} from '@aws-sdk/client-connect';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectTestCases } from '../../../adapters/connect-test-cases.ts';
import { publishTestCases } from '../../../adapters/publish-test-cases.ts';

const connect = mockClient(ConnectClient);
beforeEach(() => {
  connect.reset();
});

const cases = () => connectTestCases(new ConnectClient({ region: 'eu-central-1' }), 'i-1');
const saved = {
  Id: 't-1',
  Name: 'samps/ouvert-bourses',
  Content: '{"Version":"2019-10-30"}',
  EntryPoint: { Type: 'VOICE_CALL' as const, VoiceCallEntryPointParameters: { FlowId: 'f-1' } },
  Status: 'SAVED' as const,
};
const refusal = (...messages: readonly string[]) =>
  new InvalidTestCaseException({
    message: 'The test is not valid',
    $metadata: {},
    Problems: messages.map((message) => ({ message })),
  });

function instanceWith(...names: readonly string[]): void {
  const [first = [], second = []] = [names.slice(0, 1), names.slice(1)];
  const rows = (page: readonly string[]) =>
    page.map((Name) => ({ Id: `id of ${Name}`, Name, Status: 'SAVED' as const }));
  connect.on(ListTestCasesCommand).resolves({ TestCaseSummaryList: rows(first), NextToken: 'more' });
  connect.on(ListTestCasesCommand, { NextToken: 'more' }).resolves({ TestCaseSummaryList: rows(second) });
  connect.on(DescribeTestCaseCommand).resolves({ TestCase: saved });
}

describe('publishing test cases', () => {
  it('sends each as it is saved, with the status that has the service validate it', async () => {
    instanceWith('samps/ouvert-bourses');
    connect.on(UpdateTestCaseCommand).resolves({});
    expect(await cases().publish('t-1')).toEqual([]);
    expect(connect.commandCalls(UpdateTestCaseCommand)[0]?.args[0].input).toEqual({
      InstanceId: 'i-1',
      TestCaseId: 't-1',
      Status: 'PUBLISHED',
      Name: saved.Name,
      Content: saved.Content,
      EntryPoint: saved.EntryPoint,
    });
  });

  it('prints every problem of every case, over all pages, and names those that are not there', async () => {
    instanceWith('samps/trois-erreurs', 'samps/ouvert-bourses', 'somebody else');
    connect.on(UpdateTestCaseCommand).resolves({});
    connect
      .on(UpdateTestCaseCommand, { TestCaseId: 'id of samps/ouvert-bourses' })
      .rejects(refusal('Invalid usage type', 'Invalid next action identifier: '));
    const printed: string[] = [];
    const wanted = ['samps/absent', 'samps/ouvert-bourses', 'samps/trois-erreurs'];
    expect(await publishTestCases(cases(), wanted, (line) => printed.push(line))).toEqual({
      published: 1,
      refused: 1,
      missing: ['samps/absent'],
    });
    expect(printed).toEqual([
      'refused    samps/ouvert-bourses',
      '           Invalid usage type',
      '           Invalid next action identifier: ',
      'published  samps/trois-erreurs',
      'missing    samps/absent',
    ]);
  });

  it('says that a case is refused even when the service does not say why', async () => {
    instanceWith('samps/ouvert-bourses');
    connect.on(UpdateTestCaseCommand).rejects(refusal());
    expect(await cases().publish('t-1')).toEqual(['The test is not valid']);
  });

  it('lets any other answer of the service stop the command', async () => {
    instanceWith('samps/ouvert-bourses');
    connect
      .on(UpdateTestCaseCommand)
      .rejects(new AccessDeniedException({ Message: 'no', message: 'no', $metadata: {} }));
    await expect(publishTestCases(cases(), ['samps/ouvert-bourses'], () => {})).rejects.toThrow('no');
    connect.on(DescribeTestCaseCommand).resolves({ TestCase: { Id: 't-1' } });
    await expect(cases().publish('t-1')).rejects.toThrow('without content');
  });
});

describe('npm run test-cases', () => {
  it.each([[[]], [['publish']], [['run', '--instance', 'i-1']]])('refuses %j with its usage', (args) => {
    const root = resolve(import.meta.dirname, '../../..');
    const run = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'test-cases', ...args], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('publish --instance <id or ARN>');
  });
});
