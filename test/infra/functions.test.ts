import { describe, expect, it } from 'vitest';
import { env } from '../../contracts/env.ts';
import { flowFunctions, functionNames } from '../../contracts/functions.ts';
import { routes } from '../../contracts/routes.ts';
import { tables } from '../../contracts/tables.ts';
import { demo, propertiesOf, resourcesOf } from './support/assembly.ts';
import { inboundAssembly } from './support/outbound-assembly.ts';

/** Without outbound calls: what those have is in `outbound/`. */
const assembly = inboundAssembly();
const handlers = new Map(
  propertiesOf(assembly, 'AWS::Lambda::Function').flatMap((one) => {
    const name = String(one['FunctionName'] ?? '').replace('permanence-samps-demo-', '');
    return functionNames.some((known) => known === name) ? [[name, one] as const] : [];
  }),
);

describe('functions', () => {
  it('are those of the contract, each with its own role', () => {
    expect([...handlers.keys()].sort()).toEqual([...functionNames].sort());
    expect(new Set([...handlers.values()].map(({ Role }) => JSON.stringify(Role))).size).toBe(functionNames.length);
  });

  it('COMMON-03: run their bundle on Node 24, on ARM, traced, with a log group of their own', () => {
    for (const [name, one] of handlers) {
      expect(one, name).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogGroup: { Ref: expect.stringContaining('Logs') } },
      });
    }
  });

  it('answer a flow within the 8 s that Connect waits', () => {
    for (const name of flowFunctions) expect(handlers.get(name)?.['Timeout'], name).toBeLessThanOrEqual(8);
  });

  it('know no queue, flow or number: those come after them', () => {
    const later = ['Centre', 'Registry', 'Monitoring'];
    const text = JSON.stringify(assembly.templates['Functions']);
    for (const stack of later) expect(text).not.toContain(`Permanence-samps-demo-${stack}:`);
    for (const [name, one] of handlers)
      expect(JSON.stringify(one['Environment']), name).not.toMatch(/contact-flow|\/queue\//);
  });

  it('are given the programmes and the variables they ask for, and no others', () => {
    const shared = [env.programmes];
    const people = [env.pseudonymSecret, env.identityKey, tables.people.env];
    const facts = [tables.journal.env, tables.content.env];
    const board = [tables.callbacks.env, tables.presence.env, env.registryParameter, ...facts];
    const signIn = [env.issuer, env.clientId];
    const reports = [...facts, tables.reports.env, env.reportBucket, env.noticeTopic, env.publicUrl];
    const expected: Readonly<Record<(typeof functionNames)[number], readonly string[]>> = {
      'inbound-context': [env.registryParameter, tables.content.env, tables.callbacks.env, ...people],
      'caller-number': people,
      'callback-request': [env.voiceReach, tables.content.env, tables.callbacks.env, ...people],
      'queue-announcement': [tables.content.env],
      'contact-records': [env.instanceArn, env.registryParameter, tables.callbacks.env, ...facts, ...people],
      session: [env.instanceArn],
      'live-connect': [...signIn, env.publicUrl, env.wakeQueue, tables.connections.env],
      'agent-events': [env.instanceArn, tables.presence.env, ...facts],
      'callback-dispatcher': [
        env.instanceArn,
        env.registryParameter,
        env.voiceReach,
        env.identityKey,
        tables.callbacks.env,
        tables.people.env,
        ...facts,
      ],
      'manual-calls': [env.identityKey, tables.callbacks.env, tables.people.env, ...facts],
      'wrap-up': [env.instanceArn, tables.callbacks.env, ...facts],
      'desk-context': [
        env.instanceArn,
        env.identityKey,
        tables.callbacks.env,
        tables.content.env,
        tables.people.env,
        tables.questions.env,
      ],
      settings: [env.noticeTopic, tables.content.env],
      'live-board': [tables.connections.env, ...board],
      'board-clock': [
        env.liveEndpoint,
        env.noticeTopic,
        env.publicUrl,
        env.wakeQueue,
        tables.connections.env,
        tables.reports.env,
        ...board,
      ],
      'pending-questions': [
        env.liveEndpoint,
        tables.connections.env,
        tables.questions.env,
        tables.callbacks.env,
        ...facts,
      ],
      'daily-report': reports,
      'weekly-report': reports,
      'report-page': [tables.reports.env, env.reportBucket],
      'sign-in': [...signIn, env.signInUrl, env.publicUrl],
      authorizer: signIn,
      'number-association': [],
      'content-seeds': [tables.content.env],
    };
    const given = Object.fromEntries(
      [...handlers].map(([name, { Environment }]) => [
        name,
        Object.keys(variablesOf(Environment))
          .filter((one) => one !== 'NODE_OPTIONS')
          .sort(),
      ]),
    );
    expect(given).toEqual(
      Object.fromEntries(Object.entries(expected).map(([name, names]) => [name, [...shared, ...names].sort()])),
    );
    expect(variablesOf(handlers.get('callback-dispatcher')?.['Environment'])[env.voiceReach]).toBe(
      JSON.stringify(demo.voiceReach),
    );
  });
});

describe('what wakes functions', () => {
  it('reads streams so that one bad record stops no other', () => {
    const mappings = resourcesOf(assembly, 'AWS::Lambda::EventSourceMapping')
      .map(([, one]) => one.Properties)
      .filter((one) => one?.['StartingPosition'] !== undefined);
    expect(mappings).toHaveLength(2);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 5,
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] } },
        },
      });
    }
  });

  it('keeps contact records for a week, since each is written once', () => {
    const streams = resourcesOf(assembly, 'AWS::Kinesis::Stream').map(([, one]) => one.Properties);
    expect(streams.map((stream) => [stream?.['RetentionPeriodHours'], stream?.['ShardCount']])).toEqual([
      [168, 1],
      [24, 1],
    ]);
    const stored = resourcesOf(assembly, 'AWS::Connect::InstanceStorageConfig').map(
      ([, one]) => one.Properties?.['ResourceType'],
    );
    expect(stored).toEqual(['CONTACT_TRACE_RECORDS', 'AGENT_EVENTS']);
  });

  it('takes contact events of this instance only, under both their names', () => {
    const [rule] = resourcesOf(assembly, 'AWS::Events::Rule').map(([, one]) => one.Properties);
    expect(rule?.['EventPattern']).toEqual({
      source: ['aws.connect'],
      'detail-type': ['Amazon Connect Contact Event', 'Connect Customer Contact Event'],
      detail: {
        eventType: ['COMPLETED'],
        instanceArn: [{ 'Fn::ImportValue': expect.stringContaining('InstanceArn') }],
        agentInfo: { agentArn: [{ exists: true }] },
      },
    });
    expect(rule?.['Targets']).toEqual([
      expect.objectContaining({
        RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 300 },
        DeadLetterConfig: { Arn: expect.anything() },
      }),
    ]);
  });

  it('lets Connect call the functions of flows, by their association with this instance alone', () => {
    const associated = resourcesOf(assembly, 'AWS::Connect::IntegrationAssociation').map(([, one]) => one.Properties);
    expect(associated).toHaveLength(flowFunctions.length);
    for (const one of associated) {
      expect(one).toMatchObject({
        InstanceId: { 'Fn::ImportValue': expect.stringContaining('InstanceArn') },
        IntegrationType: 'LAMBDA_FUNCTION',
      });
    }
    const permissions = resourcesOf(assembly, 'AWS::Lambda::Permission').map(
      ([, one]) => one.Properties?.['Principal'],
    );
    expect(permissions).not.toContain('connect.amazonaws.com');
  });

  it('gives dead letters to every function that nobody waits for', () => {
    const withLetters = [...handlers].filter(([, one]) => one['DeadLetterConfig'] !== undefined).map(([name]) => name);
    expect(withLetters.sort()).toEqual([
      'agent-events',
      'board-clock',
      'callback-dispatcher',
      'contact-records',
      'daily-report',
      'weekly-report',
    ]);
  });
});

describe('the HTTP API', () => {
  it('has the routes of the contract, all behind the session but signing in and out', () => {
    const ofHttp = resourcesOf(assembly, 'AWS::ApiGatewayV2::Route').filter(([id]) => !id.startsWith('Live'));
    const found = ofHttp.map(([, { Properties }]) => ({
      key: Properties?.['RouteKey'],
      type: Properties?.['AuthorizationType'],
    }));
    const sorted = (list: readonly { key: unknown; type: unknown }[]) =>
      list.toSorted((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
    expect(sorted(found)).toEqual(
      sorted(
        Object.values(routes).map((route) => ({
          key: `${route.method} ${route.path}`,
          type: route.public ? 'NONE' : 'CUSTOM',
        })),
      ),
    );
  });

  it('asks the authorizer of pages every time, cookie or not, and writes no path or name in its logs', () => {
    const common = { AuthorizerType: 'REQUEST', EnableSimpleResponses: true, AuthorizerPayloadFormatVersion: '2.0' };
    const authorizers = new Map(
      resourcesOf(assembly, 'AWS::ApiGatewayV2::Authorizer').map(([id, { Properties }]) => [id, Properties]),
    );
    const named = (name: string) => [...authorizers.values()].find((one) => one?.['Name'] === name);
    expect(named('session')).toMatchObject({ ...common, AuthorizerResultTtlInSeconds: 0 });
    expect(named('session')?.['IdentitySource'] ?? []).toEqual([]);
    expect(named('desk-session')).toMatchObject({
      ...common,
      AuthorizerResultTtlInSeconds: 300,
      IdentitySource: ['$request.header.Cookie'],
    });
    for (const [, { Properties }] of resourcesOf(assembly, 'AWS::ApiGatewayV2::Route')) {
      const guard = JSON.stringify(Properties?.['AuthorizerId'] ?? '');
      expect(guard.includes('DeskSession')).toBe(/ \/api\//.test(String(Properties?.['RouteKey'])));
    }
    const [stage] = resourcesOf(assembly, 'AWS::ApiGatewayV2::Stage', 'Routes').map(([, one]) => one.Properties);
    expect(JSON.stringify(stage?.['AccessLogSettings'])).not.toMatch(/context\.(path|identity|authorizer\.(?!error))/);
  });

  it('COMMON-20: signs in people made by an administrator, with a strong password and a second factor', () => {
    const [pool] = resourcesOf(assembly, 'AWS::Cognito::UserPool').map(([, one]) => one.Properties);
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
      Policies: { PasswordPolicy: { MinimumLength: 14, RequireSymbols: true, RequireNumbers: true } },
    });
    const groups = resourcesOf(assembly, 'AWS::Cognito::UserPoolGroup').map(([, one]) => one.Properties?.['GroupName']);
    expect(groups).toEqual(['samps:agent', 'samps:supervisor', 'samps:client', 'administrator']);
    const [client] = resourcesOf(assembly, 'AWS::Cognito::UserPoolClient').map(([, one]) => one.Properties);
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false, IdTokenValidity: 600 });
  });
});

function variablesOf(environment: unknown): Readonly<Record<string, unknown>> {
  if (typeof environment !== 'object' || environment === null || !('Variables' in environment)) {
    throw new Error('a function without environment');
  }
  return { ...(environment.Variables as object) };
}
