import type { Finding } from '../finding.ts';
import { isJsonObject, type JsonObject, type JsonValue, own, ownArray, ownObject, ownString } from '../json/json.ts';
import { shorten } from '../json/shorten.ts';
import type { Action, Flow, ModuleBranch } from '../model/flow.ts';
import { type FlowType, flowTypeOfMetadata, isFlowType } from '../model/flow-type.ts';
import { actionProblems, parseAction } from './parse-action.ts';
import { readDocument } from './read-document.ts';

export interface ParseOptions {
  /** @default Metadata.name, else `(unnamed)` */
  readonly name?: string;
  /** @default what Metadata.type or the request around the content says */
  readonly type?: FlowType;
  readonly arn?: string;
  /** @default true when the document has module Settings or an EndFlowModuleExecution */
  readonly isModule?: boolean;
}

export interface Parsed {
  /** Absent when there is nothing to run: see the findings of severity error. */
  readonly flow?: Flow;
  readonly findings: readonly Finding[];
}

type Report = (finding: Omit<Finding, 'flow' | 'source' | 'severity'> & Partial<Pick<Finding, 'severity'>>) => void;

const languageVersion = '2019-10-30';
const source = 'devguide: flow-language';

const moduleBranches = (document: JsonObject): readonly ModuleBranch[] =>
  (ownArray(ownObject(document, 'Settings'), 'Transitions') ?? []).filter(isJsonObject).map((branch) => ({
    displayName: ownString(branch, 'DisplayName') ?? '',
    referenceName: ownString(branch, 'ReferenceName') ?? '',
  }));

/** Reads the content of a flow or module, as text or parsed JSON, alone or inside a CreateContactFlow request. Never throws on JSON. */
export const parseFlow = (input: unknown, options: ParseOptions = {}): Parsed => {
  const unnamed = options.name ?? '(unnamed)';
  const read = readDocument(input, unnamed);
  if (read.document === undefined) return { findings: read.findings };
  const { document, contentLength } = read;
  const metadata = ownObject(document, 'Metadata') ?? {};
  const name = options.name ?? read.name ?? ownString(metadata, 'name') ?? unnamed;
  const findings: Finding[] = read.findings.map((finding) => ({ ...finding, flow: name }));
  const report: Report = (finding) => {
    findings.push({ severity: 'error', ...finding, flow: name, source });
  };
  const version = ownString(document, 'Version') ?? '';
  if (version !== languageVersion)
    report({
      code: 'wrong-version',
      property: 'Version',
      value: shorten(own(document, 'Version') ?? null),
      accepted: languageVersion,
      message: 'Version is not the version of the flow language',
    });
  const actions = parseActions(ownArray(document, 'Actions') ?? [], report);
  const startAction = ownString(document, 'StartAction') ?? '';
  if (!actions.has(startAction))
    report({
      code: 'unknown-start-action',
      property: 'StartAction',
      value: shorten(own(document, 'StartAction') ?? null),
      accepted: 'the Identifier of an action',
      message: 'StartAction names no action of the flow',
    });
  const isModule =
    options.isModule ??
    (own(document, 'Settings') !== undefined ||
      [...actions.values()].some(({ type }) => type === 'EndFlowModuleExecution'));
  const type = options.type ?? read.type ?? typeOf(own(metadata, 'type'));
  const flow: Flow = {
    name,
    ...(options.arn === undefined ? {} : { arn: options.arn }),
    ...(type === undefined || isModule ? {} : { type }),
    isModule,
    isConverted: read.isConverted === true,
    version,
    startAction,
    actions,
    moduleBranches: moduleBranches(document),
    metadata,
    contentLength,
  };
  return { flow, findings };
};

const typeOf = (value: JsonValue | undefined): FlowType | undefined => {
  if (isFlowType(value)) return value;
  return typeof value === 'string' ? flowTypeOfMetadata(value) : undefined;
};

const parseActions = (written: readonly JsonValue[], report: Report): ReadonlyMap<string, Action> => {
  const actions = new Map<string, Action>();
  for (const [index, value] of written.entries()) {
    for (const problem of actionProblems(value, index)) report(problem);
    const action = parseAction(value);
    if (action === undefined) continue;
    if (actions.has(action.identifier)) {
      report({
        code: 'duplicate-identifier',
        action: action.identifier,
        property: `Actions[${index}].Identifier`,
        accepted: 'an Identifier used once in the flow',
        message: 'two actions have the same Identifier; the first is kept',
      });
    } else actions.set(action.identifier, action);
  }
  return actions;
};
