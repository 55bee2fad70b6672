/** An error that a service answers to its caller: endpoint servers give it the protocol's shape. */
export class ServiceError extends Error {
  /** The AWS error code, e.g. `ResourceNotFoundException`. */
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.statusCode = statusCode;
  }
}
