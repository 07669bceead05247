export { answerApiCacheCall } from './api-cache-calls.ts';
export { answerEvaluateCode, EVALUATE_CODE_PATH, refuseControlPlaneCall } from './control-plane-endpoint.ts';
