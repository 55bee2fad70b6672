import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawMermaid, drawSvg, explainFlow, exploreFlow } from '../../src/index.ts';
import { arbitraryFlow } from '../arbitrary-flow.ts';
import { flowOf, onError } from '../harness.ts';

const flow = flowOf(
  [
    [
      'salut',
      'MessageParticipant',
      { SSML: '<speak>Bonjour &amp; <b>"merci"</b></speak>' },
      { NextAction: 'fin', Errors: [onError('NoMatchingError', 'fin')] },
    ],
    ['fin', 'DisconnectParticipant'],
  ],
  { name: 'a & b' },
);

describe('pictures', () => {
  it('an SVG shows every action, its words without tags, its branches, and what coverage says of them', () => {
    const svg = drawSvg(flow, {
      coverage: exploreFlow(flow).coverage[0] ?? { flow: '', transitions: [], covered: 0, total: 0, unreachable: [] },
    });
    expect(svg).toContain('<title>a &#38; b</title>');
    expect(svg).toContain('>salut</text>');
    expect(svg).toContain('MessageParticipant: Bonjour');
    expect(svg).toMatch(/next \(\d+\)/);
    expect(svg.match(/marker-end/g)).toHaveLength(2);
    expect(svg).not.toContain('"merci"');
  });

  it('folds after so many columns, and names the branches that go on in another band', () => {
    const long = flowOf([
      ['un', 'MessageParticipant', { Text: 'Un.' }, 'deux'],
      ['deux', 'MessageParticipant', { Text: 'Deux.' }, 'trois'],
      ['trois', 'MessageParticipant', { Text: 'Trois.' }, 'fin'],
      ['fin', 'DisconnectParticipant'],
    ]);
    const place = (svg: string, identifier: string): readonly number[] => {
      const [, x, y] = new RegExp(`<text x="(\\d+)" y="(\\d+)" font-weight="bold">${identifier}<`).exec(svg) ?? [];
      return [Number(x), Number(y)];
    };
    const folded = drawSvg(long, { columns: 2 });
    const [un, deux, trois] = [place(folded, 'un'), place(folded, 'deux'), place(folded, 'trois')];
    expect(deux[1]).toBe(un[1]);
    expect(trois[0]).toBe(un[0]);
    expect(trois[1]).toBeGreaterThan(un[1] ?? 0);
    expect(folded).toMatch(/fill="#465260">trois<\/text>/);
    expect(drawSvg(long)).not.toMatch(/fill="#465260">trois<\/text>/);
  });

  it('Mermaid and words show the same branches', () => {
    expect(drawMermaid(flow)).toContain('a0 -->|"error NoMatchingError"| a1');
    expect(explainFlow(flow)).toContain('    error NoMatchingError -> fin');
  });

  it('draws any flow', () => {
    fc.assert(
      fc.property(arbitraryFlow, (any) => {
        expect(drawSvg(any).startsWith('<svg')).toBe(true);
        expect(drawSvg(any, { columns: 3 }).startsWith('<svg')).toBe(true);
        expect(drawMermaid(any).split('\n').length).toBeGreaterThan(any.actions.size);
        expect(explainFlow(any)).toContain(any.startAction);
      }),
    );
  });
});
