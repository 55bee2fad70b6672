import { isJsonObject, type Json, type JsonObject } from '../json.ts';

/** What a rule's target gets: the event, a constant, a part of the event, or a template filled from it. */
export type TargetInput =
  | { readonly type: 'event' }
  | { readonly type: 'constant'; readonly text: string }
  | { readonly type: 'path'; readonly path: string }
  | { readonly type: 'template'; readonly paths: Readonly<Record<string, string>>; readonly template: string };

export interface RuleIdentity {
  readonly name: string;
  readonly arn: string;
}

/** The payload of one delivery. */
export function targetPayload(input: TargetInput, event: JsonObject, rule: RuleIdentity): Json {
  if (input.type === 'event') return event;
  if (input.type === 'path') return valueAt(event, input.path) ?? null;
  if (input.type === 'constant') return parseOrText(input.text);
  return fillTemplate(input, event, rule);
}

/** A JSON path of the forms EventBridge takes: `$`, `$.detail.x`, `$.resources[0]`. */
function valueAt(event: Json, path: string): Json | undefined {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path)) {
    throw new Error(`Event path "${path}": accepted are $.name and $.list[0], without wildcards`);
  }
  let value: Json | undefined = event;
  for (const [, name, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
    if (name !== undefined) value = isJsonObject(value) ? value[name] : undefined;
    else value = Array.isArray(value) ? value[Number(index)] : undefined;
  }
  return value;
}

function fillTemplate(input: Extract<TargetInput, { type: 'template' }>, event: JsonObject, rule: RuleIdentity): Json {
  const values: Record<string, Json> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': event['time'] ?? null,
    'aws.events.event': Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'detail')),
    'aws.events.event.json': event,
  };
  for (const [name, path] of Object.entries(input.paths)) values[name] = valueAt(event, path) ?? null;
  let quoted = false;
  const filled = input.template.replace(/\\.|"|<([^<>\s]+)>/g, (found, name: string | undefined) => {
    if (found === '"') quoted = !quoted;
    if (name === undefined) return found;
    const value = values[name];
    if (value === undefined) throw new Error(`Input template of rule ${rule.name}: no variable <${name}>`);
    // Inside quotes a text is inserted as it is; elsewhere as JSON.
    if (!quoted) return JSON.stringify(value);
    return typeof value === 'string'
      ? JSON.stringify(value).slice(1, -1)
      : JSON.stringify(JSON.stringify(value)).slice(1, -1);
  });
  return parseOrText(filled);
}

function parseOrText(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    // A template that is not JSON is a text, e.g. for an e-mail.
    return text;
  }
}
