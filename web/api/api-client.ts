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

/** A request to the API of this site, with the session's cookie. Whoever has no session any more is led to sign in, and back here. */
export async function callApi(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: `/api/${string}`,
  body?: unknown,
  options: { readonly signal?: AbortSignal } = {},
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
  if (response.status === 401) {
    leaveForSignIn();
  }
  throw new ApiError(response.status, messageIn(answer));
}

async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new ApiError(response.status, unexpected);
  }
}

/** Our functions write `error`; API Gateway writes `message`, in English, to nobody in particular. */
function messageIn(answer: unknown): string {
  const said = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined;
  return typeof said === 'string' ? said : unexpected;
}
