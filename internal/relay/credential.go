package relay

import (
	"crypto/hmac"
	"crypto/sha1" //nolint:gosec // the algorithm of the scheme
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"

	"visavis/internal/civil"
)

// CredentialTime is how long a credential allocates. What it has allocated can be kept as long again, so that no call ends in the middle.
const CredentialTime = 2 * time.Hour

// A Credential lets one participant use a relay until it expires. The relay knows it without being told: the password follows from the
// secret and the user name, as coturn's use-auth-secret has it.
type Credential struct {
	Username, Password string
	ExpiresAt          civil.Instant
}

// NewCredential returns a credential for a participant.
func NewCredential(secret []byte, participant string, now civil.Instant) Credential {
	expiresAt := now.Add(CredentialTime)
	username := fmt.Sprintf("%d:%s", int64(expiresAt), participant)
	return Credential{username, passwordOf(secret, username), expiresAt}
}

func passwordOf(secret []byte, username string) string {
	mac := hmac.New(sha1.New, secret)
	mac.Write([]byte(username))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

// parseUsername returns the participant and the expiry of a credential; false if the user name is none.
func parseUsername(username string) (participant string, expiresAt civil.Instant, ok bool) {
	expiry, participant, found := strings.Cut(username, ":")
	seconds, err := strconv.ParseInt(expiry, 10, 64)
	return participant, civil.Instant(seconds), found && err == nil && participant != ""
}
