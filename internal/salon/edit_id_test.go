package salon_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// TestEveryIDIsChecked passes in every ID field an ID of another kind and an unknown ID.
func TestEveryIDIsChecked(t *testing.T) {
	parsed := schema(t)
	each(t, func(t *testing.T, s *testSalon) {
		s.write(t, createdBySetUp)
		given := map[string]bool{}
		for _, e := range examples(t) {
			name := reflect.TypeOf(e.input).Name()
			for _, field := range parsed.Types[name].Fields {
				if field.Type.Name() != "ID" || given[name+"."+field.Name] {
					continue
				}
				for wrong, code := range map[string]string{"apt_annaCut": "ID_OF_ANOTHER_KIND", "_\x00": "ID_OF_ANOTHER_KIND", "_unknown": "NOT_FOUND"} {
					input, path := withID(e.input, field.Name, wrong)
					if path != "" {
						given[name+"."+field.Name] = true
						s.refuses(t, input, code+" "+path)
					}
				}
			}
		}
		for name, input := range parsed.Types {
			if !strings.HasSuffix(name, "Input") || !ofSalon(name) {
				continue
			}
			for _, field := range input.Fields {
				if field.Type.Name() == "ID" && !given[name+"."+field.Name] {
					t.Errorf("no example gives %s.%s", name, field.Name)
				}
			}
		}
	})
}

// withID returns the input with another ID in a field, with the prefix of the field's kind if it has none, and the field's
// path, which is empty if the input leaves the field out.
func withID(input any, field, other string) (changed any, path string) {
	value := reflect.New(reflect.TypeOf(input)).Elem()
	value.Set(reflect.ValueOf(input))
	place := value.FieldByNameFunc(func(name string) bool { return strings.EqualFold(name, field) })
	replaced := func(present string) string {
		if strings.HasPrefix(other, "_") {
			prefix, _, _ := strings.Cut(present, "_")
			return prefix + other
		}
		return other
	}
	switch id := place.Interface().(type) {
	case string:
		place.SetString(replaced(id))
	case *string:
		if id == nil {
			return nil, ""
		}
		place.Set(reflect.ValueOf(new(replaced(*id))))
	case []string:
		if len(id) == 0 {
			return nil, ""
		}
		last := len(id) - 1
		place.Set(reflect.ValueOf(append(slices.Clone(id[:last]), replaced(id[last]))))
		return value.Interface(), fmt.Sprintf("%s.%d", field, last)
	}
	return value.Interface(), field
}
