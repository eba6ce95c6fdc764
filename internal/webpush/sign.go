package webpush

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"

	"visavis/internal/civil"
)

// A Key signs pushes, so that push services know that they come from the server to which the browser has subscribed (VAPID, RFC 8292).
type Key struct {
	private *ecdsa.PrivateKey
	public  string
}

// NewKey derives the key from a secret. The same secret makes the same key.
func NewKey(secret []byte) (*Key, error) {
	for attempt := 0; ; attempt++ { // one number in four billion is no key
		number, err := hkdf.Key(sha256.New, secret, nil, fmt.Sprintf("push %d", attempt), sha256.Size)
		if err != nil {
			return nil, err
		}
		private, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), number)
		if err != nil {
			continue
		}
		public, err := private.PublicKey.Bytes()
		if err != nil {
			return nil, err
		}
		return &Key{private, base64.RawURLEncoding.EncodeToString(public)}, nil
	}
}

// Public returns the public key, an uncompressed point in base64url.
func (k *Key) Public() string { return k.public }

// Authorization returns the header by which a push service knows the server. The origin is that of the push service, the contact an https
// or mailto URL of the server.
func (k *Key) Authorization(origin, contact string, until civil.Instant) (string, error) {
	claims, err := json.Marshal(map[string]any{"aud": origin, "exp": int64(until), "sub": contact})
	if err != nil {
		return "", err
	}
	encode := base64.RawURLEncoding.EncodeToString
	text := encode([]byte(`{"typ":"JWT","alg":"ES256"}`)) + "." + encode(claims)
	digest := sha256.Sum256([]byte(text))
	r, s, err := ecdsa.Sign(rand.Reader, k.private, digest[:])
	if err != nil {
		return "", err
	}
	const half = 32
	signature := make([]byte, 2*half)
	r.FillBytes(signature[:half])
	s.FillBytes(signature[half:])
	return "vapid t=" + text + "." + encode(signature) + ", k=" + k.public, nil
}
