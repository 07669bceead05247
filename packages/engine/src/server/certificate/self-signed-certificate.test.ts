import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSelfSignedCertificate } from './self-signed-certificate.ts';

describe('createSelfSignedCertificate', () => {
  it('is signed by its own key, for the names of this machine', () => {
    const serialNumber = Buffer.from('ff0102030405060708090a0b0c0d0e0f', 'hex');
    const { cert } = createSelfSignedCertificate({ now: new Date('2026-11-21T10:00:00Z'), serialNumber });
    const certificate = new X509Certificate(cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.validFrom).toBe('Nov 20 10:00:00 2026 GMT');
    expect(certificate.validTo).toBe('Dec 23 10:00:00 2027 GMT');
    expect(certificate.serialNumber).toBe('FF0102030405060708090A0B0C0D0E0F');
  });
});
