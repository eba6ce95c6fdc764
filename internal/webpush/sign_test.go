package webpush

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/sha256"
	"math/big"
	"strings"
	"testing"
)

func TestAPushServiceCanVerifyWhoSends(t *testing.T) {
	key, err := NewKey([]byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := NewKey([]byte("secret")); err != nil || again.Public() != key.Public() {
		t.Errorf("another server has another key: %v", err)
	}
	header, err := key.Authorization("https://push.example", "https://salon.example", 1795420800)
	if err != nil {
		t.Fatal(err)
	}
	token, public, _ := strings.Cut(strings.TrimPrefix(header, "vapid t="), ", k=")
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		t.Fatalf("the token is %q", token)
	}
	claims, err := decode(parts[1])
	if want := `{"aud":"https://push.example","exp":1795420800,"sub":"https://salon.example"}`; err != nil || string(claims) != want {
		t.Errorf("it claims %s", claims)
	}
	point, err := decode(public)
	if err != nil {
		t.Fatal(err)
	}
	verifying, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), point)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := decode(parts[2])
	if err != nil || len(signature) != 64 {
		t.Fatalf("the signature has %d bytes: %v", len(signature), err)
	}
	digest := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	if !ecdsa.Verify(verifying, digest[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
		t.Error("the signature is wrong")
	}
}
