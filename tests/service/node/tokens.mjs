// Keys, and the tokens that they sign: what an identity provider does, in another language and by
// Node's own cryptography.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const base64url = (text) => Buffer.from(text).toString('base64url');

export const now = () => Math.floor(Date.now() / 1000);

// A key on P-256. Its kid is its thumbprint (RFC 7638), as the server has it of a local key.
export class Key {
  constructor() {
    Object.assign(this, generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const { crv, kty, x, y } = this.publicKey.export({ format: 'jwk' });
    const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
    this.jwk = { crv, kty, x, y, kid, alg: 'ES256', use: 'sig' };
  }

  // The private part, for --local-key.
  write(path) {
    writeFileSync(path, this.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }

  // A token of `subject` as a local key issues them, for an hour; `claims` and `header` go before.
  token(subject, claims = {}, header = {}) {
    const signed = [
      { alg: 'ES256', kid: this.jwk.kid, typ: 'JWT', ...header },
      {
        iss: 'throughgate-local', aud: 'throughgate', sub: subject,
        iat: now(), exp: now() + 3600, ...claims,
      },
    ].map((part) => base64url(JSON.stringify(part))).join('.');
    const signature = sign('sha256', Buffer.from(signed), {
      key: this.privateKey, dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${base64url(signature)}`;
  }
}

// A key set as its issuer publishes it.
export const keySet = (...keys) => JSON.stringify({ keys: keys.map(({ jwk }) => jwk) });
