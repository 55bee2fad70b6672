import { describe, expect, it } from 'vitest';
import { checkFlow, exploreFlow, type Flow, parseFlow } from '../../src/index.ts';
import { corpusFlows, hasCorpus } from './corpus.ts';

/** Published flows that CreateContactFlow would refuse, and why. */
const refused: Record<string, readonly string[]> = {
  'output__ivr-6-deploy-only__flow@ba1edc0d': [
    // A stored input without InputValidation and with a time-out branch, which only menus have.
    'missing-property Parameters.InputValidation',
    'illegal-error-branch Transitions.Errors[0].ErrorType',
  ],
};

/** Ends that are the flow's own doing: an error of its author left unhandled, met by a contact that causes it. */
const ownErrors = new Set(['unhandled-flow-error']);

const parsed = (name: string, text: string): Flow => {
  const { flow, findings } = parseFlow(text, { name });
  if (flow === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return flow;
};

describe('exported flows, our own and those published by others', () => {
  const files = corpusFlows().map(({ name, text }) => [name, text] as const);

  if (hasCorpus)
    it('there are 91 of others', () => {
      expect(files).toHaveLength(91 + 1);
    });

  it.each(files)('%s is accepted, or refused for the right reason', (name, text) => {
    const { findings } = parseFlow(text, { name });
    const errors = [...findings, ...checkFlow(parsed(name, text), { errorsOnly: true })];
    expect(errors.map(({ code, property }) => `${code} ${property}`)).toEqual(refused[name] ?? []);
  });

  it('are checked to the last action: every finding says where, what and why', () => {
    const findings = files.flatMap(([name, text]) => checkFlow(parsed(name, text)));
    expect(findings.length).toBeGreaterThan(0);
    for (const { code, flow, message, source } of findings)
      for (const part of [code, flow, message, source]) expect(part).not.toBe('');
  });

  it('run from start to end under contacts that try each branch, and take the branches an input can cause', {
    timeout: 120_000,
  }, () => {
    let covered = 0;
    let total = 0;
    for (const [name, text] of files) {
      const flow = parsed(name, text);
      const { coverage, discoveries } = exploreFlow(flow, { patience: 100, maxRuns: 600 });
      for (const { ended, choices } of discoveries)
        if (ended.error !== undefined) expect(ownErrors, `${name}: ${choices.join('; ')}`).toContain(ended.error.code);
      covered += coverage[0]?.covered ?? 0;
      total += coverage[0]?.total ?? 0;
    }
    // A short search: a longer one reaches 86 %. 162 of the 2159 branches no input can cause: the error branch of a static text, and
    // what only it leads to. Of the others the longer search takes 93 %.
    expect(covered / total).toBeGreaterThan(0.8);
  });
});
