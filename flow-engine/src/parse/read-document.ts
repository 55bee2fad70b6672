import type { Finding } from '../finding.ts';
import { isJsonObject, type JsonObject, own, ownArray, ownString } from '../json/json.ts';
import { isDeeperThan } from '../json/nesting.ts';
import { shorten } from '../json/shorten.ts';
import { convertLegacyExport } from '../legacy/convert-legacy-export.ts';
import { type FlowType, isFlowType } from '../model/flow-type.ts';

interface Read {
  readonly document?: JsonObject;
  readonly name?: string;
  readonly type?: FlowType;
  readonly contentLength: number;
  /** From the old console format. */
  readonly isConverted?: boolean;
  readonly findings: readonly Finding[];
}

/** Far more than any flow needs, far less than a stack takes. */
const maximumNesting = 100;
const source = 'devguide: flow-language';

const refused = (flow: string, code: string, message: string, rest: Partial<Finding> = {}): Read => ({
  contentLength: 0,
  findings: [{ code, severity: 'error', flow, message, source, ...rest }],
});

const toJson = (input: unknown): { value: unknown } | { problem: string } => {
  try {
    const text = typeof input === 'string' ? input.replace(/^\uFEFF/u, '') : JSON.stringify(input);
    return { value: text === undefined ? undefined : JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

/** Finds the flow document in what was given, or says by name what was given instead. */
export const readDocument = (input: unknown, name: string, isInner = false): Read => {
  const parsed = toJson(input);
  if ('problem' in parsed)
    return refused(name, 'invalid-json', `the content is not JSON: ${parsed.problem}`, { accepted: 'JSON text' });
  const { value } = parsed;
  if (isDeeperThan(value, maximumNesting))
    return refused(name, 'nested-too-deep', `the content is nested more than ${maximumNesting} deep`, {
      accepted: `${maximumNesting} levels`,
    });
  if (!isJsonObject(value))
    return refused(name, 'not-a-flow', 'the content is not an object', {
      value: shorten(value),
      accepted: '{Version, StartAction, Actions, Metadata}',
    });
  const modules = ownArray(value, 'modules');
  if (modules !== undefined && ownArray(value, 'Actions') === undefined) {
    const { document, problems } = convertLegacyExport(value, modules);
    const page = 'adminguide: contact-flow-import-export';
    return {
      document,
      contentLength: JSON.stringify(document).length,
      isConverted: true,
      findings: problems.map((problem) => ({ ...problem, flow: name, source: page })),
    };
  }
  const inner = own(value, 'Content') ?? own(value, 'content');
  if (ownArray(value, 'Actions') === undefined && inner !== undefined && !isInner) return unwrap(value, inner, name);
  if (ownArray(value, 'Actions') === undefined)
    return refused(name, 'not-a-flow', 'the content has no list of Actions', {
      property: 'Actions',
      value: shorten(own(value, 'Actions') ?? null),
      accepted: '{Version, StartAction, Actions, Metadata}',
    });
  const contentLength = typeof input === 'string' ? input.length : (JSON.stringify(input)?.length ?? 0);
  return { document: value, contentLength, findings: [] };
};

/** A CreateContactFlow request, an AWS::Connect::ContactFlow resource's properties, or a file of the same form in lower case. */
const unwrap = (request: JsonObject, content: unknown, name: string): Read => {
  const read = readDocument(content, name, true);
  const outerName = ownString(request, 'Name') ?? ownString(request, 'name');
  const type = own(request, 'Type') ?? own(request, 'type');
  return { ...read, ...(outerName === undefined ? {} : { name: outerName }), ...(isFlowType(type) ? { type } : {}) };
};
