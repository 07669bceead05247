/**
 * Leaves a subgraph alone that fails again and again: a dead server is not worth a timeout for every request.
 * Closed until so many failures in a row; then open for a while; then one trial decides.
 */
export interface CircuitBreaker {
  /** Whether the subgraph may be asked now. An open circuit lets one trial through when its time has passed. */
  allows(): boolean;
  succeeded(): void;
  failed(): void;
}

export interface CircuitBreakerOptions {
  /** Failures in a row that open the circuit; 0: it stays closed. */
  readonly failures: number;
  readonly cooldownMs: number;
  readonly nowMs: () => number;
}

export function createCircuitBreaker({ failures, cooldownMs, nowMs }: CircuitBreakerOptions): CircuitBreaker {
  let failed = 0;
  let openUntilMs: number | undefined;
  return {
    allows() {
      if (openUntilMs === undefined) return true;
      if (nowMs() < openUntilMs) return false;
      // Half open: others wait for the outcome of this trial.
      openUntilMs = nowMs() + cooldownMs;
      return true;
    },
    succeeded() {
      failed = 0;
      openUntilMs = undefined;
    },
    failed() {
      failed += 1;
      if (failures > 0 && failed >= failures) openUntilMs = nowMs() + cooldownMs;
    },
  };
}
