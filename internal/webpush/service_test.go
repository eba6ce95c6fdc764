package webpush

import (
	"strings"
	"testing"
)

func TestOnlyKnownPushServicesAreUsed(t *testing.T) {
	for endpoint, want := range map[string]bool{
		"https://fcm.googleapis.com/fcm/send/a":                              true,
		"https://FCM.googleapis.com:443/fcm/send/a":                          true,
		"https://updates.push.services.mozilla.com/wpush/v2/a":               true,
		"https://web.push.apple.com/a":                                       true,
		"https://wns2-by3p.notify.windows.com/w/?token=a":                    true,
		"http://fcm.googleapis.com/fcm/send/a":                               false,
		"https://fcm.googleapis.com:8443/a":                                  false,
		"https://fcm.googleapis.com@127.0.0.1/a":                             false,
		"https://a@fcm.googleapis.com/a":                                     false,
		"https://fcm.googleapis.com.evil.example/a":                          false,
		"https://evilfcm.googleapis.com/a":                                   false,
		"https://notify.windows.com/a":                                       false,
		"https://.notify.windows.com/a":                                      false,
		"https://evilnotify.windows.com/a":                                   false,
		"https://127.0.0.1/a":                                                false,
		"https://[::1]/a":                                                    false,
		"file:///etc/passwd":                                                 false,
		"":                                                                   false,
		"https://fcm.googleapis.com/" + strings.Repeat("a", longestEndpoint): false,
	} {
		if got := IsKnownService(endpoint); got != want {
			t.Errorf("%q: %v", endpoint, got)
		}
	}
}
