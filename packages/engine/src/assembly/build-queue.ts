import type { QueueModel } from '../model/app-model.ts';
import { resourceArn } from './resource-arn.ts';
import { resourceRef } from './resource-attributes.ts';
import { physicalName } from './resource-names.ts';
import { readProperties } from './resource-properties.ts';
import type { StackScope } from './stack-scope.ts';
import type { TemplateResource } from './template.ts';

/** AWS::SQS::Queue defaults, in seconds (CloudFormation template reference, 2026-11). */
const DEFAULT_VISIBILITY_SECONDS = 30;
const DEFAULT_RETENTION_SECONDS = 345_600;

/** AWS::SQS::Queue */
export function buildQueue(scope: StackScope, resource: TemplateResource): QueueModel {
  const properties = readProperties(scope, resource);
  const around = scope.surroundings(resource);
  const { deadLetterTargetArn, maxReceiveCount } = properties.record('RedrivePolicy');
  const milliseconds = (name: string, defaultSeconds: number): number =>
    (properties.optionalNumber(name) ?? defaultSeconds) * 1000;
  return {
    name: physicalName(resource, around),
    arn: resourceArn(resource, around),
    url: resourceRef(resource, around),
    isFifo: isOn(scope, resource, 'FifoQueue'),
    hasContentBasedDeduplication: isOn(scope, resource, 'ContentBasedDeduplication'),
    visibilityTimeoutMs: milliseconds('VisibilityTimeout', DEFAULT_VISIBILITY_SECONDS),
    delayMs: milliseconds('DelaySeconds', 0),
    retentionMs: milliseconds('MessageRetentionPeriod', DEFAULT_RETENTION_SECONDS),
    deadLetter:
      typeof deadLetterTargetArn === 'string'
        ? { queueArn: deadLetterTargetArn, maxReceiveCount: Number(maxReceiveCount) }
        : undefined,
  };
}

function isOn(scope: StackScope, resource: TemplateResource, name: string): boolean {
  const value = scope.evaluate(resource.properties[name]);
  return value === true || value === 'true';
}
