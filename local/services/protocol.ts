import type { IncomingMessage } from 'node:http';
import type { Json, JsonObject } from '../json.ts';
import type { ServiceError } from '../service-error.ts';

export interface ServiceRequest {
  /** API name, e.g. `GetParameter`. */
  readonly operation: string;
  readonly input: JsonObject;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a service puts requests, answers and errors on the wire. */
export interface Protocol {
  /** Throws ServiceError when the request is not of this protocol. */
  read(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body: string): ServiceRequest;
  answer(operation: string, output: Json): ServiceResponse;
  refuse(error: ServiceError): ServiceResponse;
}
