import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda';
import { sessionCookie } from '../../contracts/routes.ts';
import type { StructureRole } from '../../domain/structure/structure.ts';
import type { Accounts } from '../../domain/structure/structures.ts';
import { cookieOf } from '../middleware/cookies.ts';
import { type FunctionHandler, functionHandler } from '../middleware/function-handler.ts';
import type { Session } from '../middleware/id-token.ts';

export interface AuthorizerParts {
  readonly sessionOf: (token: string) => Promise<Session | undefined>;
  /** Who may act in which structure; absent where there are no structures. */
  readonly accounts?: Pick<Accounts, 'find'>;
}

/** What handlers read in `requestContext.authorizer.lambda`. `groups`: separated by spaces; all empty for nobody. */
export interface AuthorizerContext {
  readonly userName: string;
  readonly displayName: string;
  readonly groups: string;
  /** ISO instant; empty for nobody. */
  readonly signedInAt: string;
  /** Id and name of the structure of their account, and what they may do there; absent for who has none, or no longer. */
  readonly structure?: string;
  readonly structureName?: string;
  readonly structureRole?: StructureRole;
}

/**
 * Reads the session cookie before every route that is not public. An HTTP API answers a bare 401 or 403 when its authorizer refuses and cannot
 * redirect, which is right for the desk's requests and useless to a person who clicked a link. So whoever has no session is refused under `/api/`
 * and let through as nobody on pages: the page sends them to sign in, and serves nothing without a user.
 */
export function authorizerHandler(
  parts: () => Promise<AuthorizerParts>,
): FunctionHandler<APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult<AuthorizerContext>> {
  return functionHandler('authorizer', async (event) => {
    const { sessionOf, accounts } = await parts();
    const token = cookieOf(event, sessionCookie);
    const session = token === undefined ? undefined : await sessionOf(token);
    // At every request, so that an access that was taken away is so at once (ALERTES-03).
    const found = session === undefined ? undefined : await accounts?.find(session.userName);
    const account = found?.disabledAt === undefined ? found : undefined;
    return {
      isAuthorized: session !== undefined || !event.rawPath.startsWith('/api/'),
      context: {
        userName: session?.userName ?? '',
        displayName: session?.displayName ?? '',
        groups: session?.groups.join(' ') ?? '',
        signedInAt: session?.signedInAt ?? '',
        ...(account && {
          structure: account.structure,
          structureName: account.structureName,
          structureRole: account.role,
        }),
      },
    };
  });
}
