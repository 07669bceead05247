/** Custom scalars have no place in AppSync: each becomes an AWS scalar or a built-in one. */

const REPLACEMENTS: Readonly<Record<string, string>> = {
  BigInt: 'String',
  Date: 'AWSDate',
  DateTime: 'AWSDateTime',
  Duration: 'String',
  Email: 'AWSEmail',
  EmailAddress: 'AWSEmail',
  IPAddress: 'AWSIPAddress',
  JSON: 'AWSJSON',
  JSONObject: 'AWSJSON',
  Long: 'Float',
  PhoneNumber: 'AWSPhone',
  Time: 'AWSTime',
  Timestamp: 'AWSTimestamp',
  UUID: 'ID',
  URL: 'AWSURL',
};

/** @returns the AppSync scalar that stands for a custom one; `String` for names outside the table */
export function replacementOf(scalarName: string): string {
  return REPLACEMENTS[scalarName] ?? 'String';
}
