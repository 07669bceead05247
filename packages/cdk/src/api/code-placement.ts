/** Decides where schema and resolver code stand: inside the template, or in the asset bucket when the template would be too big. */
import { Stack, FileAssetPackaging, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppSyncApi } from '@tributary/compiler';

/**
 * Bytes of code and schema that may stand in one template. CloudFormation quotas, "Template body size in an S3 object":
 * 1 MB (checked 2026-11-21); the rest is left for the resources around the code.
 */
export const MAX_INLINE_BYTES = 700_000;

/** Where a text stands: in the template, or in the asset bucket under this URL. */
export type TextPlace =
  { readonly kind: 'inline'; readonly text: string } | { readonly kind: 's3'; readonly url: string };

/** Whether schema and code fit into one template, in JSON's escaped form. */
export function isInlinePossible(api: AppSyncApi): boolean {
  const texts = [
    api.schema,
    ...api.functions.map((each) => each.code),
    ...api.resolvers.map((each) => each.code),
  ];
  const sizeBytes = texts.reduce((total, text) => total + Buffer.byteLength(JSON.stringify(text)), 0);
  return sizeBytes <= MAX_INLINE_BYTES;
}

/** Places one text; equal texts share one asset. */
export function placeText(scope: Construct, text: string, placement: 'inline' | 's3'): TextPlace {
  if (placement === 'inline') return { kind: 'inline', text };
  const outputDirectory = Stage.of(scope)?.assetOutdir;
  if (outputDirectory === undefined) throw new Error(`${scope.node.path} must be inside an App.`);
  const sourceHash = createHash('sha256').update(text).digest('hex');
  const fileName = `asset.${sourceHash}.txt`;
  writeFileSync(join(outputDirectory, fileName), text);
  const location = Stack.of(scope).synthesizer.addFileAsset({
    fileName,
    sourceHash,
    packaging: FileAssetPackaging.FILE,
  });
  return { kind: 's3', url: location.s3ObjectUrl };
}

/** The property of a resolver or function that carries its code. */
export function toCodeProperty(
  place: TextPlace,
): { readonly code: string } | { readonly codeS3Location: string } {
  return place.kind === 'inline' ? { code: place.text } : { codeS3Location: place.url };
}
