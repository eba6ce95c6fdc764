package account

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"visavis/ent"
	"visavis/ent/account"
	"visavis/ent/device"
	"visavis/internal/form"
	"visavis/internal/secret"
)

// A browser that has signed in before keeps a cookie: a random ID, and a signature for each account. Attempts from it count on
// their own, so that strangers who guess an account's password do not lock its owner out. It authenticates nobody.

// accountsPerBrowser is how many accounts a browser is known for. The one that signed in longest ago is forgotten.
const accountsPerBrowser = 5

type browserKey struct{}

// WithBrowser returns a context with the cookie of a known browser; it may be empty or invalid.
func WithBrowser(ctx context.Context, cookie string) context.Context {
	return context.WithValue(ctx, browserKey{}, cookie)
}

// KnownBrowser returns the ID of the context's browser if the account with the address has signed in there; "" if not.
func (a *Accounts) KnownBrowser(ctx context.Context, email string) (string, error) {
	cookie, _ := ctx.Value(browserKey{}).(string)
	id, signatures, _ := strings.Cut(cookie, ".")
	if signatures == "" {
		return "", nil
	}
	key, err := a.browsers.Secret(ctx)
	if err != nil {
		return "", err
	}
	wanted := browserSignature(key, id, email)
	for signature := range strings.SplitSeq(signatures, ".") {
		if hmac.Equal([]byte(signature), []byte(wanted)) {
			return id, nil
		}
	}
	return "", nil
}

// RememberBrowser returns the cookie for the context's browser after a sign-in of a profile; "" if the profile has no address.
func (a *Accounts) RememberBrowser(ctx context.Context, staffID string) (string, error) {
	row, err := a.store.Client().Account.Query().Where(account.StaffID(staffID)).Only(ctx)
	if err != nil || row.Email == "" {
		return "", ent.MaskNotFound(err)
	}
	key, err := a.browsers.Secret(ctx)
	if err != nil {
		return "", err
	}
	cookie, _ := ctx.Value(browserKey{}).(string)
	id, signatures, _ := strings.Cut(cookie, ".")
	if len(id) != len(secret.New()) {
		id, signatures = secret.New(), ""
	}
	kept := []string{browserSignature(key, id, row.Email)}
	for signature := range strings.SplitSeq(signatures, ".") {
		if len(signature) == len(kept[0]) && signature != kept[0] && len(kept) < accountsPerBrowser {
			kept = append(kept, signature)
		}
	}
	return id + "." + strings.Join(kept, "."), nil
}

// browserSignature is short, since it only protects a limit.
func browserSignature(key []byte, id, email string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "\n" + form.Address(email)))
	return hex.EncodeToString(mac.Sum(nil)[:16])
}

// DeviceOf returns the ID of the till with the secret; "" if the browser is not a till.
func (a *Accounts) DeviceOf(ctx context.Context, deviceSecret string) (string, error) {
	if deviceSecret == "" {
		return "", nil
	}
	id, err := a.store.Client().Device.Query().Where(device.SecretHash(secret.Hash(deviceSecret))).OnlyID(ctx)
	return id, ent.MaskNotFound(err)
}
