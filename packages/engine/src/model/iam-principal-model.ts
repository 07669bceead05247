/** AWS::IAM::Role or AWS::IAM::User, with every identity policy that holds for it. */
export interface IamPrincipalModel {
  readonly kind: 'role' | 'user';
  readonly name: string;
  readonly arn: string;
  /** Policy documents: inline ones, attached ones, and for a user those of its groups. */
  readonly policies: readonly Readonly<Record<string, unknown>>[];
  /** Policies whose text is not in the assembly, by ARN: managed by AWS or by somebody else. */
  readonly unknownPolicies: readonly string[];
  /** `PermissionsBoundary`, where its text is in the assembly. */
  readonly boundary?: Readonly<Record<string, unknown>>;
}
