import type { IncomingMessage, ServerResponse } from 'node:http';
import { isJsonObject, type JsonObject } from '../json.ts';
import { signedBy } from './caller.ts';
import type { Disturbance } from './disturbance.ts';
import { EndpointError } from './endpoint-error.ts';
import { callerName, type Gate } from './gate.ts';
import { readBody } from './read-body.ts';
import { isTableOperation, TableEngine, type TableOperation } from './table-engine.ts';
import { type TableScope, tablePermissions } from './table-permissions.ts';
import type { TableRequests } from './table-requests.ts';

/** Served to handlers; tables themselves come from the templates. */
const served: readonly TableOperation[] = [
  'GetItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'BatchWriteItem',
  'DescribeTable',
  'ListTables',
];

const reported = ['AccessDeniedException', 'UnknownOperationException', 'UnrecognizedClientException'];

/** The DynamoDB endpoint: reads the request, asks IAM, does it metered, answers in DynamoDB's JSON. */
export class TableEdge {
  readonly #requests: TableRequests;
  readonly #gate: Gate;
  readonly #disturbance: Disturbance;
  readonly #scope: TableScope;
  readonly #report: (problem: unknown) => void;

  /** `report` is told of refusals that mean a wrong policy or a request that is not served. */
  constructor(
    requests: TableRequests,
    gate: Gate,
    disturbance: Disturbance,
    arnPrefix: string,
    report: (problem: unknown) => void,
  ) {
    this.#report = report;
    this.#requests = requests;
    this.#gate = gate;
    this.#disturbance = disturbance;
    this.#scope = { arnPrefix, table: (name) => requests.tables.get(name) };
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    try {
      await this.#disturbance.delay();
      send(response, 200, await this.#perform(request, body.toString()));
    } catch (error) {
      if (!(error instanceof EndpointError)) throw error;
      if (reported.includes(error.code)) this.#report(error.message);
      send(response, error.statusCode, {
        __type: `com.amazonaws.dynamodb.v20120810#${error.code}`,
        message: error.message,
        ...error.extra,
      });
    }
  }

  async #perform(request: IncomingMessage, body: string): Promise<JsonObject> {
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = target.split('.')[1] ?? '';
    if (!isTableOperation(operation) || !served.includes(operation)) {
      throw new EndpointError(
        'UnknownOperationException',
        `DynamoDB ${operation || `${request.method} ${request.url}`} is not served by the local cloud; served are ${served.join(', ')}`,
      );
    }
    const input = parse(body);
    const accessKeyId = signedBy(request)?.accessKeyId ?? '';
    const principal = await this.#gate.principal(accessKeyId);
    if (principal === undefined) {
      throw new EndpointError(
        'UnrecognizedClientException',
        `The security token is invalid: nobody holds "${accessKeyId}"`,
      );
    }
    const permissions = tablePermissions(operation, input, this.#scope);
    const refusal = this.#gate.refusal(permissions.map((permission) => ({ principal, ...permission })));
    if (refusal !== undefined) throw new EndpointError('AccessDeniedException', refusal.message);
    this.#disturbance.throttle(`${callerName(principal)} ${target} ${body}`);
    checkMembers(operation, input);
    return this.#requests.perform(operation, input, callerName(principal));
  }
}

/** The engine drops members it does not know, which would change what a request means. */
function checkMembers(operation: TableOperation, input: JsonObject): void {
  const known = [...TableEngine.members(operation), 'ReturnValuesOnConditionCheckFailure'];
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new EndpointError(
    'ValidationException',
    `${operation}: the local cloud does not know ${unknown}; known: ${known.join(', ')}`,
  );
}

function parse(body: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    throw new EndpointError('SerializationException', `the body is not JSON: ${String(error)}`);
  }
  if (!isJsonObject(value)) throw new EndpointError('SerializationException', 'the body is not a JSON object');
  return value;
}

function send(response: ServerResponse, status: number, answer: object): void {
  const body = JSON.stringify(answer);
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'content-length': Buffer.byteLength(body) })
    .end(body);
}
