export { answerEvaluateCode, EVALUATE_CODE_PATH } from './control-plane-endpoint.ts';
