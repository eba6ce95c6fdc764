// Package clientbrowser names the browser from which a request comes.
package clientbrowser

import (
	"context"
	"net/http"
	"strings"
)

type key struct{}

// With returns a context with the browser of a request.
func With(ctx context.Context, r *http.Request) context.Context {
	return context.WithValue(ctx, key{}, r.UserAgent())
}

// Of returns the names of browser and operating system, such as "Firefox, Windows"; "" if unknown.
func Of(ctx context.Context) string {
	userAgent, _ := ctx.Value(key{}).(string)
	return nameOf(userAgent)
}

// A sign in a user agent stands for a name. The first that is found counts, since browsers also name others.
type sign struct{ text, name string }

var (
	browsers = []sign{
		{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"}, {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"},
		{"CriOS/", "Chrome"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
	}
	systems = []sign{
		{"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Android", "Android"}, {"Windows", "Windows"}, {"CrOS", "ChromeOS"},
		{"Mac OS X", "macOS"}, {"Linux", "Linux"},
	}
)

func nameOf(userAgent string) string {
	browser, system := find(browsers, userAgent), find(systems, userAgent)
	if browser == "" || system == "" {
		return browser + system
	}
	return browser + ", " + system
}

func find(signs []sign, userAgent string) string {
	for _, s := range signs {
		if strings.Contains(userAgent, s.text) {
			return s.name
		}
	}
	return ""
}
