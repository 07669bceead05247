/**
 * A certificate for this machine's own names, made when a client speaks TLS to the plain-text port: some clients turn
 * `http://` addresses into `wss://`. Nobody trusts it until told to.
 */
import { generateKeyPairSync, sign } from 'node:crypto';
import * as der from './der.ts';

export interface SelfSignedCertificate {
  /** PEM */
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  readonly now: Date;
  /** 16 bytes, different for each certificate. */
  readonly serialNumber: Buffer;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days. Browsers refuse certificates of more than 398 (CA/Browser Forum ballot SC-31, checked 2026-11-21). */
const VALIDITY_DAYS = 397;

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

/** ECDSA over P-256, for localhost, 127.0.0.1 and ::1. See RFC 5280, "Basic Certificate Fields". */
export function createSelfSignedCertificate({
  now,
  serialNumber,
}: CertificateOptions): SelfSignedCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der.sequence(der.objectIdentifier(ECDSA_WITH_SHA256));
  const name = der.sequence(
    der.setOf(der.sequence(der.objectIdentifier(COMMON_NAME), der.utf8String('localhost'))),
  );
  const toBeSigned = der.sequence(
    der.tagged(0xa0, der.integer(Buffer.from([2]))), // version 3
    der.integer(serialNumber),
    algorithm,
    name,
    // A day back, for clocks that differ.
    der.sequence(
      der.utcTime(new Date(now.getTime() - DAY_MS)),
      der.utcTime(new Date(now.getTime() + VALIDITY_DAYS * DAY_MS)),
    ),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(),
  );
  const signature = sign('sha256', toBeSigned, privateKey);
  const certificate = der.sequence(toBeSigned, algorithm, der.bitString(signature));
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: toPem(certificate) };
}

function extensions(): Buffer {
  const dnsName = der.tagged(0x82, Buffer.from('localhost', 'ascii'));
  const ipv4 = der.tagged(0x87, Buffer.from([127, 0, 0, 1]));
  const ipv6 = der.tagged(0x87, Buffer.from([...new Array<number>(15).fill(0), 1]));
  const digitalSignature = der.bitString(Buffer.from([0x80]), 7);
  return der.tagged(
    0xa3,
    der.sequence(
      extension(SUBJECT_ALTERNATIVE_NAME, der.sequence(dnsName, ipv4, ipv6)),
      extension(KEY_USAGE, digitalSignature),
      extension(EXTENDED_KEY_USAGE, der.sequence(der.objectIdentifier(SERVER_AUTHENTICATION))),
    ),
  );
}

function extension(identifier: string, value: Buffer): Buffer {
  return der.sequence(der.objectIdentifier(identifier), der.octetString(value));
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
