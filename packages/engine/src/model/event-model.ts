/** AWS::Events::EventBus */
export interface EventBusModel {
  readonly name: string;
  readonly arn: string;
}

/** AWS::Events::Rule with an event pattern. */
export interface EventRuleModel {
  readonly name: string;
  readonly arn: string;
  /** `default` where the template names none. */
  readonly eventBusName: string;
  readonly isEnabled: boolean;
  readonly eventPattern: Readonly<Record<string, unknown>>;
  readonly targets: readonly EventTargetModel[];
}

export interface EventTargetModel {
  readonly id: string;
  /** Of a Lambda function or a queue; others are not run. */
  readonly arn: string;
  readonly input: EventTargetInput;
}

/** What a target gets. EventBridge API reference, "Target". */
export type EventTargetInput =
  | { readonly kind: 'event' }
  /** JSON text in place of the event. */
  | { readonly kind: 'constant'; readonly json: string }
  /** JSON path of the part that is passed on, e.g. `$.detail`. */
  | { readonly kind: 'path'; readonly path: string }
  | {
      readonly kind: 'transformer';
      /** JSON paths by the names that the template uses between `<` and `>`. */
      readonly paths: Readonly<Record<string, string>>;
      readonly template: string;
    };
