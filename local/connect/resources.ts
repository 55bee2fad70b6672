import type { ResourceProvider, ResourceProviders } from '../resources/provider.ts';
import { provideContactFlow, provideContactFlowModule } from './resources/flow-resources.ts';
import { provideHours } from './resources/hours-resource.ts';
import { provideInstance } from './resources/instance-resource.ts';
import {
  provideApprovedOrigin,
  provideIntegration,
  providePhoneNumber,
  providePredefinedAttribute,
  providePrompt,
} from './resources/integration-resources.ts';
import { provideAgentStatus, provideSecurityProfile, provideUser } from './resources/people-resources.ts';
import { provideQueue, provideQuickConnect, provideRoutingProfile } from './resources/routing-resources.ts';
import { provideStorageConfig } from './resources/storage-resource.ts';
import { provideTestCase } from './resources/test-case-resource.ts';
import type { ConnectStandIn } from './stand-in.ts';

type Provide = (connect: ConnectStandIn, ...rest: Parameters<ResourceProvider>) => ReturnType<ResourceProvider>;

const providers: Readonly<Record<string, Provide>> = {
  'AWS::Connect::Instance': provideInstance,
  'AWS::Connect::InstanceStorageConfig': provideStorageConfig,
  'AWS::Connect::HoursOfOperation': provideHours,
  'AWS::Connect::Queue': provideQueue,
  'AWS::Connect::RoutingProfile': provideRoutingProfile,
  'AWS::Connect::QuickConnect': provideQuickConnect,
  'AWS::Connect::SecurityProfile': provideSecurityProfile,
  'AWS::Connect::AgentStatus': provideAgentStatus,
  'AWS::Connect::User': provideUser,
  'AWS::Connect::ContactFlow': provideContactFlow,
  'AWS::Connect::ContactFlowModule': provideContactFlowModule,
  'AWS::Connect::IntegrationAssociation': provideIntegration,
  'AWS::Connect::PhoneNumber': providePhoneNumber,
  'AWS::Connect::ApprovedOrigin': provideApprovedOrigin,
  'AWS::Connect::Prompt': providePrompt,
  'AWS::Connect::TestCase': provideTestCase,
  'AWS::Connect::PredefinedAttribute': providePredefinedAttribute,
};

/** A provider for every `AWS::Connect::*` type the stand-in knows. */
export function connectProviders(connect: ConnectStandIn): ResourceProviders {
  return Object.fromEntries(
    Object.entries(providers).map(([type, provide]) => [type, (resource, cloud) => provide(connect, resource, cloud)]),
  );
}
