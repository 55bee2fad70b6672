import {
  checkFlow,
  type Finding,
  type Flow,
  type JsonObject,
  layoutFlow,
  parseFlow,
} from '../../flow-engine/src/index.ts';
import { type FlowFile, FlowFileError, isObject } from './flow-file.ts';
import { fillPlaceholders, type ReferenceKind } from './placeholders.ts';

const sampleInstance = 'arn:aws:connect:eu-central-1:000000000000:instance/00000000-0000-0000-0000-000000000000';

/** A stand-in of the right form, so that a flow can be checked before its resources exist. */
function sample(kind: ReferenceKind, name: string): string {
  if (kind === 'text') {
    return name;
  }
  return kind === 'function'
    ? `arn:aws:lambda:eu-central-1:000000000000:function:${name}`
    : `${sampleInstance}/${kind}/${name.replaceAll('/', '-')}`;
}

/**
 * The flow as the engine reads it. Throws FlowFileError with everything that CreateContactFlow would refuse, at once: CloudFormation would only
 * say so in the middle of a deployment.
 */
export function checkedFlow(file: FlowFile): Flow {
  const { flow, findings } = parseFlow(fillPlaceholders(file, sample), {
    name: file.name,
    isModule: file.type === undefined,
    ...(file.type === undefined ? {} : { type: file.type }),
  });
  const errors = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...(flow === undefined ? [] : checkFlow(flow, { errorsOnly: true })),
  ];
  if (flow === undefined || errors.length > 0) {
    throw new FlowFileError(`${file.path} is refused (${errors.length}):\n${errors.map(lineOf).join('\n')}`);
  }
  return flow;
}

/** The content with a designer position for each block, so that the console shows a tidy graph. */
export function withPositions(content: JsonObject, flow: Flow): JsonObject {
  const metadata = content['Metadata'];
  const positions = layoutFlow(flow);
  return {
    ...content,
    Metadata: {
      ...(isObject(metadata) ? metadata : {}),
      entryPointPosition: { x: 40, y: 40 },
      ActionMetadata: Object.fromEntries(
        [...positions].map(([identifier, { x, y }]) => [identifier, { position: { x, y }, isFriendlyName: true }]),
      ),
    },
  };
}

function lineOf({ action, property, value, accepted, message, source }: Finding): string {
  const place = [action, property].filter((one) => one !== undefined).join(' ');
  return (
    `  ${place || 'the flow'}: ${message}` +
    `${value === undefined ? '' : ` (${value})`}${accepted === undefined ? '' : `; accepted: ${accepted}`} [${source}]`
  );
}
