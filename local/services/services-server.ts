import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CloudContext } from '../cloud.ts';
import { ServiceError } from '../service-error.ts';
import { signedBy } from '../storage/caller.ts';
import { readBody } from '../storage/read-body.ts';
import type { LocalService } from './local-service.ts';
import type { ServiceRequest, ServiceResponse } from './protocol.ts';

/** Refusals that mean a wrong policy or a request that is not served. */
const reported = [
  'AccessDeniedException',
  'AuthorizationError',
  'UnknownOperationException',
  'UnrecognizedClientException',
];

/** Answers requests to the small services: who asks and of what service is in the signature; then IAM, then the service. */
export class ServicesServer {
  readonly #cloud: CloudContext;
  readonly #services: ReadonlyMap<string, LocalService>;

  constructor(cloud: CloudContext, services: readonly LocalService[]) {
    this.#cloud = cloud;
    this.#services = new Map(services.map((service) => [service.name, service]));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readBody(request)).toString();
    const signer = signedBy(request);
    const service = this.#services.get(signer?.service ?? '');
    const {
      status,
      headers,
      body: text,
    } = await (service === undefined
      ? this.#unknownService(request, signer?.service)
      : this.#serve(service, signer?.accessKeyId ?? '', request, body));
    response.writeHead(status, headers).end(text);
  }

  async #serve(
    service: LocalService,
    accessKeyId: string,
    request: IncomingMessage,
    body: string,
  ): Promise<ServiceResponse> {
    try {
      const asked = service.protocol.read(request, body);
      return service.protocol.answer(asked.operation, await this.#perform(service, accessKeyId, asked));
    } catch (error) {
      if (error instanceof ServiceError) {
        if (reported.includes(error.code)) this.#cloud.report(`${service.name} endpoint`, error.message);
        return service.protocol.refuse(error);
      }
      this.#cloud.report(`${service.name} endpoint`, error);
      const text = error instanceof Error ? error.message : String(error);
      return service.protocol.refuse(new ServiceError('InternalFailure', `local cloud: ${text}`, 500));
    }
  }

  async #perform(service: LocalService, accessKeyId: string, asked: ServiceRequest) {
    const operation = service.operations[asked.operation];
    if (operation === undefined) {
      const served = Object.keys(service.operations).join(', ');
      const said = `${service.name} ${asked.operation} is not served by the local cloud; served are ${served}`;
      throw new ServiceError('UnknownOperationException', said, 501);
    }
    const holder = this.#cloud.credentials.holder(accessKeyId);
    if (holder === undefined) {
      throw new ServiceError(
        'UnrecognizedClientException',
        `The security token is invalid: nobody holds "${accessKeyId}"`,
        403,
      );
    }
    for (const permission of operation.permissions(asked.input, this.#cloud)) {
      const decision = this.#cloud.iam.authorize({ ...permission, principal: holder.principal });
      if (!decision.allowed) throw new ServiceError(accessDenied(service), decision.message, 403);
    }
    return this.#cloud.standIns.call(holder, { service: service.name, action: asked.operation, input: asked.input });
  }

  #unknownService(request: IncomingMessage, name: string | undefined): ServiceResponse {
    const asked = name === undefined ? `unsigned ${request.method} ${request.url}` : `service ${name}`;
    const said = `${asked} is not served by the local cloud; served are ${[...this.#services.keys()].join(', ')}`;
    this.#cloud.report('services endpoint', said);
    return { status: 501, headers: { 'x-amzn-errortype': 'UnknownService' }, body: JSON.stringify({ message: said }) };
  }
}

/** SNS calls it AuthorizationError, the JSON services AccessDeniedException. */
function accessDenied(service: LocalService): string {
  return service.name === 'sns' ? 'AuthorizationError' : 'AccessDeniedException';
}
