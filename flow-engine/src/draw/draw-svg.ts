import type { FlowCoverage } from '../coverage/branch-coverage.ts';
import { branchLabel } from '../coverage/coverage-text.ts';
import { type Transition, transitionsOf } from '../graph/transitions.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import type { Flow } from '../model/flow.ts';
import { fold } from './fold.ts';
import { summaryOf } from './summary.ts';

export interface DrawOptions {
  /** Branches taken are green with their count, missed ones red and dashed. */
  readonly coverage?: FlowCoverage;
  /** Blocks side by side before the picture goes on underneath, branches to another band named instead of drawn. @default no fold */
  readonly columns?: number;
}

const width = 220;
const headHeight = 44;
const lineHeight = 18;
const margin = 40;
/** Of a branch that goes on in another band: its line, and the room for the name of its target. */
const stub = 18;
const nameWidth = 160;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 32};`);
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

const keyOf = ({ from, via }: Pick<Transition, 'from' | 'via'>): string => JSON.stringify([from, via]);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly band: number;
  readonly branches: readonly { readonly label: string; readonly to: string; readonly hits: number | undefined }[];
}

/** A flow as a picture, left to right; loops come back underneath. */
export const drawSvg = (flow: Flow, { coverage, columns }: DrawOptions = {}): string => {
  const flat = layoutFlow(flow);
  const rowsOf = (identifier: string): number => {
    const action = flow.actions.get(identifier);
    return action === undefined ? 0 : transitionsOf(action).length;
  };
  const positions =
    columns === undefined
      ? new Map([...flat].map(([identifier, position]) => [identifier, { ...position, band: 0 }]))
      : fold(flat, columns, (identifier) => heightWith(rowsOf(identifier)));
  const hits = new Map(coverage?.transitions.map((taken) => [keyOf(taken), taken.hits]));
  const boxes = new Map<string, Box>();
  for (const [identifier, { x, y, band }] of positions) {
    const action = flow.actions.get(identifier);
    const branches = (action === undefined ? [] : transitionsOf(action)).map(({ from, to, via }) => ({
      label: branchLabel(flow, from, via),
      to,
      hits: hits.get(keyOf({ from, via })),
    }));
    boxes.set(identifier, { x, y, band, branches });
  }
  const beside = columns === undefined ? 0 : nameWidth;
  const right = [...boxes.values()].reduce((most, { x }) => Math.max(most, x), 0) + width + beside + margin;
  const bottom = [...boxes.values()].reduce((most, box) => Math.max(most, box.y + heightOf(box)), 0) + margin;
  const lines = [...boxes].flatMap(([, box]) =>
    box.branches.map((branch, index) => drawBranch(box, branch, index, boxes.get(branch.to))),
  );
  const blocks = [...boxes].map(([identifier, box]) => drawBox(flow, identifier, box));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${right} ${bottom}" width="${right}" height="${bottom}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(flow.name)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...lines,
    ...blocks,
    '</svg>',
  ].join('\n');
};

const heightWith = (rows: number): number => headHeight + rows * lineHeight + 6;
const heightOf = ({ branches }: Box): number => heightWith(branches.length);

const drawBox = (flow: Flow, identifier: string, box: Box): string => {
  const action = flow.actions.get(identifier);
  const isStart = identifier === flow.startAction;
  const title = `${action?.type ?? ''}: ${action === undefined ? '' : summaryOf(action)}`;
  return [
    `<g><title>${escaped(`${identifier}\n${title}`)}</title>`,
    `<rect x="${box.x}" y="${box.y}" width="${width}" height="${heightOf(box)}" rx="6" fill="${isStart ? '#e8f3ff' : '#f7f8fa'}" stroke="#5b6b7b"/>`,
    `<text x="${box.x + 8}" y="${box.y + 17}" font-weight="bold">${escaped(cut(identifier, 30))}</text>`,
    `<text x="${box.x + 8}" y="${box.y + 34}" fill="#465260">${escaped(cut(title, 34))}</text>`,
    ...box.branches.map(
      ({ label, hits }, index) =>
        `<text x="${box.x + width - 8}" y="${box.y + headHeight + 12 + index * lineHeight}" text-anchor="end" fill="#465260">${escaped(cut(label, 28))}${hits === undefined ? '' : ` (${hits})`}</text>`,
    ),
    '</g>',
  ].join('');
};

const drawBranch = (
  from: Box,
  { label, to: target, hits }: Box['branches'][number],
  index: number,
  to: Box | undefined,
): string => {
  if (to === undefined) return '';
  const [x1, y1] = [from.x + width, from.y + headHeight + 8 + index * lineHeight];
  const [x2, y2] = from.band === to.band ? [to.x, to.y + headHeight / 2] : [x1 + stub, y1];
  const name =
    from.band === to.band ? '' : `<text x="${x2 + 4}" y="${y2 + 4}" fill="#465260">${escaped(cut(target, 26))}</text>`;
  const isBack = x2 <= x1;
  const path = isBack
    ? `M${x1} ${y1}C${x1 + 60} ${y1 + 40} ${x2 - 60} ${y2 + 90} ${x2} ${y2}`
    : `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`;
  const colour =
    hits === undefined ? (label.startsWith('error') ? '#b5542a' : '#5b6b7b') : hits > 0 ? '#1d8043' : '#c62828';
  return `<path d="${path}" fill="none" stroke="${colour}"${hits === 0 ? ' stroke-dasharray="5 4"' : ''} marker-end="url(#arrow)"/>${name}`;
};
