package mailtext

import (
	"slices"
	"testing"
)

func TestEveryPlaceholderStandsForItsValue(t *testing.T) {
	values := Values{Customer: "Carla", Service: "Schnitt", Staff: "Anna", Start: "10 Uhr", Branch: "Mitte", Place: "Berlin", Price: "49 €"}
	if len(Placeholders()) != len(values.values()) {
		t.Fatal("some placeholders are not offered")
	}
	for _, placeholder := range Placeholders() {
		content := Content{placeholder, "a " + placeholder + " b", placeholder + placeholder}.Filled(values)
		value := values.values()[placeholder]
		if want := (Content{value, "a " + value + " b", value + value}); value == "" || content != want {
			t.Errorf("%s: got %v", placeholder, content)
		}
	}
}

func TestValuesAreNoPlaceholders(t *testing.T) {
	got := Content{Opening: "{customer}, {service}"}.Filled(Values{Customer: "{service}", Service: "{customer}"}).Opening
	if got != "{service}, {customer}" {
		t.Error(got)
	}
}

func TestUnknown(t *testing.T) {
	for text, want := range map[string][]string{
		"":                       nil,
		"{customer} and {start}": nil,
		"{kunde}, {Customer}, { customer }, {}, {kunde}": {"{kunde}", "{Customer}", "{ customer }", "{}"},
		"{{customer}}":      nil, // the inner braces are the placeholder
		"a { b\nc } d":      nil,
		"{customer {start}": nil,
	} {
		if got := Unknown(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestEmptyTextsAreThoseOfTheOther(t *testing.T) {
	if got := (Content{Opening: "own"}).Or(Content{"a", "b", "c"}); got != (Content{"a", "own", "c"}) {
		t.Error(got)
	}
}
