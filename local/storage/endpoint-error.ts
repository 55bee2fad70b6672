import { ServiceError } from '../service-error.ts';

/** An error to answer in the storage service's own shape, with the members some errors have beside code and message. */
export class EndpointError extends ServiceError {
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, statusCode = 400, extra: Readonly<Record<string, unknown>> = {}) {
    super(code, message, statusCode);
    this.extra = extra;
  }
}
