import { describe, expect, it } from 'vitest';
import { answer, type Flow, refuse } from '../../src/index.ts';
import { branchTaken, drive, flowOf, onError, when, willingHost } from '../harness.ts';

const host = (modules: Record<string, Flow>, flows: Record<string, Flow> = {}) => {
  const find = (all: Record<string, Flow>) => (id: string) => {
    const flow = all[id];
    return flow === undefined ? refuse(`no "${id}"`) : answer(flow);
  };
  return willingHost({ flowModule: find(modules), flow: find(flows) });
};

const caller = flowOf([
  ['lambda', 'InvokeLambdaFunction', { LambdaFunctionARN: 'f', InvocationTimeLimitSeconds: '3' }, 'local'],
  ['local', 'UpdateFlowAttributes', { FlowAttributes: { pas: { Value: 'un' } } }, 'invoke'],
  [
    'invoke',
    'InvokeFlowModule',
    { FlowModuleId: 'm', InputParameters: { langue: '$.External.langue' } },
    { NextAction: 'after', Conditions: [when('Urgent', 'urgent')], Errors: [onError('NoMatchingError', 'failed')] },
  ],
  ['after', 'MessageParticipant', { Text: '$.External.langue-$.FlowAttributes.pas-$.Modules.Result' }, 'failed'],
  ['urgent', 'DisconnectParticipant'],
  ['failed', 'DisconnectParticipant'],
]);

const says = (text: string, end: Record<string, string> = {}): Flow =>
  flowOf(
    [
      ['say', 'MessageParticipant', { Text: text }, 'back'],
      ['back', 'EndFlowModuleExecution', end],
    ],
    { name: 'module', isModule: true },
  );

describe('modules and transfers', () => {
  it('hides what is local to the caller and gives it back afterwards', () => {
    const module = says('[$.External.langue][$.FlowAttributes.pas][$.Modules.Input.langue][$.Attributes.nom]');
    const { start, send } = drive(caller, { attributes: { nom: 'Awa' } }, host({ m: module }));
    start();
    expect(send({ kind: 'lambda-result', payload: { langue: 'fr' } })).toMatchObject({
      kind: 'prompt',
      flow: 'module',
      prompts: [{ text: '[][][fr][Awa]' }],
    });
    expect(send({ kind: 'prompt-ended' })).toMatchObject({ flow: 'flow', prompts: [{ text: 'fr-un-' }] });
  });

  it('returns by a named branch', () => {
    const { start, send, events } = drive(caller, {}, host({ m: says('x', { Result: 'Urgent' }) }));
    start();
    send({ kind: 'lambda-result', payload: {} });
    send({ kind: 'prompt-ended' });
    expect(branchTaken(events)).toBe('urgent');
  });

  it('takes the error branch for an unknown module, and for one nested six deep', () => {
    const unknown = drive(caller, {}, host({}));
    unknown.start();
    unknown.send({ kind: 'lambda-result', payload: {} });
    expect(branchTaken(unknown.events)).toBe('failed');

    const cyclic: Flow = flowOf(
      [
        [
          'again',
          'InvokeFlowModule',
          { FlowModuleId: 'm' },
          { NextAction: 'back', Errors: [onError('NoMatchingError', 'back')] },
        ],
        ['back', 'EndFlowModuleExecution'],
      ],
      { name: 'cyclic', isModule: true },
    );
    const deep = drive(caller, {}, host({ m: cyclic }));
    deep.start();
    deep.send({ kind: 'lambda-result', payload: {} });
    expect(deep.events.filter((event) => event.kind === 'flow-started' && event.isModule)).toHaveLength(5);
    expect(deep.events.filter((event) => event.kind === 'action-ended').map(({ error }) => error?.detail)).toContain(
      'module "m" would be nested 6 deep; accepted: 5',
    );
  });

  it('a transfer leaves flow attributes behind and keeps contact attributes', () => {
    const target = flowOf(
      [['say', 'MessageParticipant', { Text: '[$.FlowAttributes.pas][$.Attributes.nom]' }, 'say']],
      { name: 'target' },
    );
    const flow = flowOf([
      ['local', 'UpdateFlowAttributes', { FlowAttributes: { pas: { Value: 'un' } } }, 'go'],
      ['go', 'TransferToFlow', { ContactFlowId: 'target' }, { NextAction: 'go', Errors: [] }],
    ]);
    const { start } = drive(flow, { attributes: { nom: 'Awa' } }, host({}, { target }));
    expect(start()).toMatchObject({ flow: 'target', prompts: [{ text: '[][Awa]' }] });
  });
});
