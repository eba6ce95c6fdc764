package growth_test

import (
	"maps"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph/generated"
)

// document is an operation that a page sends.
type document struct {
	file string // where it stands
	text string // with its fragments
	*ast.OperationDefinition
}

// pageDocuments returns the operations of the pages by name.
var pageDocuments = sync.OnceValue(func() map[string]document {
	return documentsIn(pageSources())
})

var (
	// definition matches the beginning of a text that defines an operation or a fragment, with the quote before it.
	definition = regexp.MustCompile("([`'\"])\\s*(query|mutation|subscription|fragment) (\\w+)")
	// constant matches a constant text, which other texts may contain as ${name}.
	constant = regexp.MustCompile("const (\\w+) =\\s+([`'])")
	inserted = regexp.MustCompile(`\$\{(\w+)\}`)
	spread   = regexp.MustCompile(`\.\.\.(\w+)`)
)

// documentsIn finds the operations in the sources of pages, by path. It panics on one that does not match the schema.
func documentsIn(sources map[string]string) map[string]document {
	constants := map[string]string{}
	for _, content := range sources {
		maps.Copy(constants, constantsIn(content))
	}
	texts, files, fragments := map[string]string{}, map[string]string{}, map[string]string{}
	for file, content := range sources {
		own := constantsIn(content)
		for _, at := range definition.FindAllStringSubmatchIndex(content, -1) {
			kind, name := content[at[4]:at[5]], content[at[6]:at[7]]
			text := strings.Join(strings.Fields(insert(quoted(content[at[2]:]), own, constants)), " ")
			if kind == "fragment" {
				fragments[name] = text
				continue
			}
			if other, taken := files[name]; taken && texts[name] != text {
				panic(name + " is in " + file + " and, with another text, in " + other)
			}
			texts[name], files[name] = text, file
		}
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	documents := map[string]document{}
	for name, text := range texts {
		text = withFragments(text, fragments)
		parsed, errs := gqlparser.LoadQuery(schema, text)
		if errs != nil {
			panic(files[name] + ": " + errs.Error())
		}
		documents[name] = document{files[name], text, parsed.Operations[0]}
	}
	return documents
}

// constantsIn returns the constant texts of a source by name.
func constantsIn(content string) map[string]string {
	constants := map[string]string{}
	for _, at := range constant.FindAllStringSubmatchIndex(content, -1) {
		constants[content[at[2]:at[3]]] = quoted(content[at[4]:])
	}
	return constants
}

// quoted returns the text between the quote that content begins with and the next one.
func quoted(content string) string {
	text, _, _ := strings.Cut(content[1:], content[:1])
	return text
}

// insert replaces ${name} by the constant of the same file, or else of another one.
func insert(text string, own, others map[string]string) string {
	for inserted.MatchString(text) {
		text = inserted.ReplaceAllStringFunc(text, func(reference string) string {
			name := inserted.FindStringSubmatch(reference)[1]
			if constant, found := own[name]; found {
				return constant
			}
			constant, found := others[name]
			if !found {
				panic("no constant is called " + name)
			}
			return constant
		})
	}
	return text
}

// withFragments appends the fragments that a text spreads.
func withFragments(text string, fragments map[string]string) string {
	added := map[string]bool{}
	for again := true; again; {
		again = false
		for _, found := range spread.FindAllStringSubmatch(text, -1) {
			if fragment, known := fragments[found[1]]; known && !added[found[1]] {
				added[found[1]], again = true, true
				text += "\n" + fragment
			}
		}
	}
	return text
}

// queries returns the documents that only read: those of the pages, and further ones.
var queries = sync.OnceValue(func() map[string]document {
	read := documentsIn(map[string]string{"furtherDocuments": strings.Join(furtherDocuments, "\n")})
	for name, d := range pageDocuments() {
		if d.Operation == ast.Query {
			read[name] = d
		}
	}
	return read
})

// TestEveryDocumentOfThePagesIsFound counts the calls that define documents.
func TestEveryDocumentOfThePagesIsFound(t *testing.T) {
	call := regexp.MustCompile(`\bgraphql\(`)
	for file, content := range pageSources() {
		calls, found := len(call.FindAllString(content, -1)), len(definition.FindAllString(content, -1))
		if calls > found {
			t.Errorf("%s calls graphql %d times, but %d documents are found in it", file, calls, found)
		}
	}
}
