package mailtext

import (
	"slices"
	"testing"

	"visavis/ent/mailtext"
)

func TestEveryPlaceholderStandsForItsValue(t *testing.T) {
	for kind, values := range map[mailtext.Kind]Values{
		mailtext.KindMOVED: AppointmentValues{
			Customer: "Carla", Service: "Schnitt", Staff: "Anna", Start: "10 Uhr", Branch: "Mitte", Place: "Berlin", Price: "49 €",
		},
		mailtext.KindCUSTOMER_EXPORT: CustomerValues{Customer: "Carla", Branch: "Mitte"},
	} {
		if len(Placeholders(kind)) != len(values.values()) {
			t.Fatal("some placeholders are not offered")
		}
		for _, placeholder := range Placeholders(kind) {
			content := Content{placeholder, "a " + placeholder + " b", placeholder + placeholder}.Filled(values)
			value := values.values()[placeholder]
			if want := (Content{value, "a " + value + " b", value + value}); value == "" || content != want {
				t.Errorf("%s: got %v", placeholder, content)
			}
		}
	}
}

func TestValuesAreNoPlaceholders(t *testing.T) {
	got := Content{Opening: "{customer}, {service}"}.Filled(AppointmentValues{Customer: "{service}", Service: "{customer}"}).Opening
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
		if got := Unknown(mailtext.KindMOVED, text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := Unknown(mailtext.KindCUSTOMER_ERASURE, "{customer}, {start}"); !slices.Equal(got, []string{"{start}"}) {
		t.Errorf("about no appointment: got %q", got)
	}
}

func TestEmptyTextsAreThoseOfTheOther(t *testing.T) {
	if got := (Content{Opening: "own"}).Or(Content{"a", "b", "c"}); got != (Content{"a", "own", "c"}) {
		t.Error(got)
	}
}
