import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutFlow } from '../../src/index.ts';
import { arbitraryFlow } from '../arbitrary-flow.ts';
import { flowOf } from '../harness.ts';

describe('layoutFlow', () => {
  it('goes left to right from the start, whatever the order of the document', () => {
    const flow = flowOf([
      ['start', 'UpdateFlowLoggingBehavior', {}, 'say'],
      ['end', 'DisconnectParticipant'],
      ['say', 'MessageParticipant', { Text: 'x' }, 'end'],
    ]);
    expect([...layoutFlow(flow)]).toEqual([
      ['start', { x: 200, y: 40 }],
      ['say', { x: 500, y: 40 }],
      ['end', { x: 800, y: 40 }],
    ]);
  });

  it('places every action of any flow, none over another, always the same way', () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const positions = [...layoutFlow(flow)];
        expect(new Set(positions.map(([identifier]) => identifier))).toEqual(new Set(flow.actions.keys()));
        for (const [one, a] of positions)
          for (const [other, b] of positions)
            if (one < other && a.x === b.x) expect(Math.abs(a.y - b.y), `${one} ${other}`).toBeGreaterThanOrEqual(170);
        expect([...layoutFlow(flow)]).toEqual(positions);
      }),
    );
  });

  it('lays out a chain of 8 000 actions without running out of stack', () => {
    const flow = flowOf(
      Array.from(
        { length: 8_000 },
        (_, index) => [`a${index}`, 'UpdateFlowLoggingBehavior', {}, `a${index + 1}`] as const,
      ),
    );
    expect(layoutFlow(flow).get('a7999')?.x).toBe(200 + 7_999 * 300);
  });
});
