import type { Construct } from 'constructs';
import type { alertFunctionNames } from '../../contracts/functions.ts';
import type { HandlerFunction } from '../constructs/handler-function.ts';
import type { WebGround } from '../functions/granted.ts';
import type { SignInPool } from '../web/sign-in-pool.ts';
import { createAlertMessageFunctions } from './alert-message-functions.ts';
import { createMemberFunctions } from './member-functions.ts';
import { createStructureFunctions } from './structure-functions.ts';

type AlertFunctions = Readonly<Record<(typeof alertFunctionNames)[number], HandlerFunction>>;

/** What functions of the pages of structures need of the site. */
export interface AlertWeb {
  readonly publicUrl: string;
  readonly signIn: SignInPool;
}

/** The pages by which structures write to their members, and what works behind them: nothing where no programme has alerts. */
export function createAlertFunctions(scope: Construct, ground: WebGround, web: AlertWeb): Partial<AlertFunctions> {
  const { alertTables } = ground.data;
  return alertTables === undefined
    ? {}
    : {
        ...createStructureFunctions(scope, ground, alertTables, web),
        ...createMemberFunctions(scope, ground, alertTables, web),
        ...createAlertMessageFunctions(scope, ground, alertTables),
      };
}
