package store_test

import (
	"strings"
	"testing"

	"visavis/internal/signingkey"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestReadingASigningKeyBesideAServer(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, databaseURL string) {
		s, err := store.Open(t.Context(), store.Options{URL: databaseURL})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for _, want := range []bool{false, true} {
			var key []byte
			if want {
				if key, err = signingkey.New(s, "test").Secret(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := store.ReadSigningKey(t.Context(), databaseURL, "test"); err != nil || got != string(key) {
				t.Errorf("%q, %v", got, err)
			}
		}
	})
}

func TestReadingASigningKeyOfNoDatabase(t *testing.T) {
	for url, want := range map[string]string{
		storetest.AbsentSQLiteURL(t):                    "not found",
		"postgres://name:password@127.0.0.1:1/database": "cannot reach",
		"postgres://name:password@host:port/database":   "malformed",
	} {
		if _, err := store.ReadSigningKey(t.Context(), url, "test"); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "password@127") {
			t.Errorf("%s: %v", want, err)
		}
	}
}
