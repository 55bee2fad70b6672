import { type Finding, placeOf } from '../src/index.ts';
import type { Loaded } from './load-flows.ts';

export type Located = Finding & {
  readonly path: string;
  /** The action as people can find it. */
  readonly place?: string;
};

export const locate = (loaded: Loaded, findings: readonly Finding[]): readonly Located[] =>
  findings.map((finding) => ({
    ...finding,
    path: loaded.path,
    ...(finding.action === undefined ? {} : { place: placeOf(loaded.flow, finding.action) }),
  }));

const lineOf = ({ severity, code, place, property, value, accepted, message, source }: Located): string => {
  const where = [place, property].filter((part) => part !== undefined).join('  ');
  const details = [
    value === undefined ? undefined : `found ${value}`,
    accepted === undefined ? undefined : `accepted: ${accepted}`,
  ]
    .filter((part) => part !== undefined)
    .join('; ');
  return `  ${severity.padEnd(7)} ${code}${where === '' ? '' : `  ${where}`}\n          ${message}${details === '' ? '' : ` (${details})`}  [${source}]`;
};

export const findingsText = (findings: readonly Located[]): string => {
  const lines: string[] = [];
  for (const path of new Set(findings.map((finding) => finding.path)))
    lines.push(path, ...findings.filter((finding) => finding.path === path).map(lineOf), '');
  return lines.join('\n');
};

/** SARIF 2.1.0, which code hosts show beside the file. */
export const findingsSarif = (findings: readonly Located[]): string =>
  JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'connect-flow',
              rules: [...new Set(findings.map(({ code }) => code))].map((id) => ({ id })),
            },
          },
          results: findings.map(({ code, severity, message, action, accepted, path }) => ({
            ruleId: code,
            level: severity,
            message: {
              text: `${action === undefined ? '' : `${action}: `}${message}${accepted === undefined ? '' : ` (accepted: ${accepted})`}`,
            },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: path.split('#')[0] } },
                logicalLocations: action === undefined ? [] : [{ name: action }],
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  );
