import { isRecord } from '../../model/is-record.ts';

type BedrockRequest = Readonly<Record<string, unknown>>;

/**
 * The exports of `@aws-appsync/utils/ai`: requests to Amazon Bedrock.
 * @see AppSync developer guide, "JavaScript resolver function reference for Amazon Bedrock runtime"
 */
export const aiModule = {
  invokeModel: (payload: unknown): BedrockRequest => ({
    operation: 'InvokeModel',
    ...(isRecord(payload) ? payload : {}),
  }),
  converse: (payload: unknown): BedrockRequest => ({
    operation: 'Converse',
    ...(isRecord(payload) ? payload : {}),
  }),
};
