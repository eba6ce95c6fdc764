package salon_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"visavis/internal/salon"
)

// mutationOf returns the API's name of the input's use case.
func mutationOf(input any) string {
	name := strings.TrimSuffix(reflect.TypeOf(input).Name(), "Input")
	return strings.ToLower(name[:1]) + name[1:]
}

// ofSalon reports whether the input belongs to a use case of this package.
func ofSalon(input string) bool {
	name := strings.ToUpper(input[:1]) + strings.TrimSuffix(input[1:], "Input")
	_, found := reflect.TypeFor[*salon.Salon]().MethodByName(name)
	return found
}

func TestEveryMutationHasAnExample(t *testing.T) {
	tried, strands, looks := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, e := range examples(t) {
		tried[mutationOf(e.input)] = true
		if len(e.stranded) > 0 {
			strands[mutationOf(e.input)] = true
		}
		if salon.CanStrand(e.input) {
			looks[mutationOf(e.input)] = true
		}
	}
	parsed := schema(t)
	for _, mutation := range parsed.Mutation.Fields {
		if !ofSalon(mutation.Name + "Input") {
			continue
		}
		if !tried[mutation.Name] {
			t.Errorf("%s has no example", mutation.Name)
		}
		payload := parsed.Types[mutation.Type.Name()]
		promised := payload.Fields.ForName("strandedAppointments") != nil
		if promised != strands[mutation.Name] || promised != looks[mutation.Name] {
			t.Errorf("%s: the schema promises stranded appointments: %t; an example has some: %t; it looks for them: %t",
				mutation.Name, promised, strands[mutation.Name], looks[mutation.Name])
		}
		delete(tried, mutation.Name)
	}
	if len(tried) > 0 {
		t.Errorf("the schema lacks %v", slices.Collect(maps.Keys(tried)))
	}
}
