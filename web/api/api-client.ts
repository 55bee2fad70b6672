import { leaveForSignIn } from './leave-for-sign-in.ts';

/** The API said no, or could not be reached. `message` is a sentence in French for the person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** 0 when there was no answer: nothing is known of what became of the request. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const unreachable = 'Le centre ne répond pas. Vérifiez votre connexion ; rien n’est perdu, réessayez.';
const unexpected = 'Le centre a répondu de façon inattendue. Réessayez ; si cela persiste, prévenez votre responsable.';

const sessionOver = 'Votre session a pris fin : connectez-vous de nouveau. Ce que vous avez saisi est encore là.';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Whoever has no session any more stays, since something of theirs would be lost: ApiError of status 401. @default led to sign in, and back here */
  readonly stay?: boolean;
}

/** A request to the API of this site, with the session's cookie. Throws ApiError. */
export async function callApi(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: `/api/${string}`,
  body?: unknown,
  options: CallOptions = {},
): Promise<unknown> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, unreachable);
  });
  const answer = await read(response);
  if (response.ok) {
    return answer;
  }
  const said = messageIn(answer);
  if (said !== undefined || (response.status !== 401 && response.status !== 403)) {
    throw new ApiError(response.status, said ?? unexpected);
  }
  // The gateway itself refuses: 401 without a cookie, 403 with one that is over.
  if (options.stay !== true) {
    leaveForSignIn();
  }
  throw new ApiError(401, sessionOver);
}

async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(response.status, unexpected);
  }
}

/** Our functions write `error`; API Gateway writes `message`, in English, to nobody in particular. */
function messageIn(answer: unknown): string | undefined {
  const said = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined;
  return typeof said === 'string' ? said : undefined;
}
