package relay_test

import (
	"strings"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/relay"
)

func TestACredentialIsThatOfCoturn(t *testing.T) {
	// Made by openssl: printf '1795428000:p1' | openssl dgst -sha1 -hmac 'shared secret' -binary | base64
	c := relay.NewCredential([]byte("shared secret"), "p1", civil.Instant(1_795_420_800))
	if c.Username != "1795428000:p1" || c.Password != "a0JnRrdthLmovTJwxRSeiBScMpU=" || c.ExpiresAt != 1_795_428_000 {
		t.Errorf("%+v", c)
	}
	if other := relay.NewCredential([]byte("shared secret"), "p2", civil.Instant(1_795_420_800)); strings.Contains(other.Password, c.Password) {
		t.Error("two participants have one password")
	}
}
