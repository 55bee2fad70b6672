import { drawSvg } from '../draw/draw-svg.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowCoverage } from './branch-coverage.ts';
import { branchLabel } from './coverage-text.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 32};`);

const section = (coverage: FlowCoverage, flow: Flow | undefined): string => {
  const { covered, total, transitions, unreachable } = coverage;
  const missed = transitions.filter(({ hits }) => hits === 0);
  const rows = missed.map(({ from, to, via }) => `<tr><td>${escaped(from)}</td><td>${escaped(branchLabel(flow, from, via))}</td><td>${escaped(to)}</td></tr>`);
  return [
    `<section><h2>${escaped(coverage.flow)}</h2>`,
    `<p>${covered} of ${total} branches${unreachable.length === 0 ? '' : `; unreachable: ${escaped(unreachable.join(', '))}`}</p>`,
    missed.length === 0 ? '' : `<table><caption>Missed</caption><thead><tr><th>Action</th><th>Branch</th><th>Leads to</th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    flow === undefined ? '' : `<div class="picture">${drawSvg(flow, { coverage })}</div>`,
    '</section>',
  ].join('\n');
};

/** One page: figures, missed branches and coloured pictures of every flow. */
export const coverageHtml = (report: readonly FlowCoverage[], flows: readonly Flow[]): string => {
  const byName = new Map(flows.map((flow) => [flow.name, flow]));
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Flow coverage</title>',
    '<style>body{font:16px/1.5 sans-serif;margin:2rem;max-width:100%}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}.picture{overflow:auto;border:1px solid #ccc;margin-top:1rem}</style></head><body><main><h1>Flow coverage</h1>',
    ...report.map((coverage) => section(coverage, byName.get(coverage.flow))),
    '</main></body></html>',
  ].join('\n');
};
