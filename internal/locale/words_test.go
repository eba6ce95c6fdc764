package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every file of words in German has its twins: in English, and in French and Turkish unless only staff read it.
func TestTheFilesOfWordsAreTheSameInEachLanguage(t *testing.T) {
	files := filesOfWords(t)
	if len(files) < 10 {
		t.Fatalf("found only %q", files)
	}
	for _, german := range files {
		want := textsIn(t, german)
		for _, language := range []string{"en", "fr", "tr"} {
			twin := strings.TrimSuffix(german, "de.go") + language + ".go"
			if language != "en" && !isForCustomers(t, german) {
				continue
			}
			got := textsIn(t, twin)
			for key := range want {
				switch text, has := got[key]; {
				case !has:
					t.Errorf("%s lacks %s", twin, key)
				case text == "" && want[key] != "":
					t.Errorf("%s is empty in %s", key, twin)
				case !slices.Equal(placeholdersIn(text), placeholdersIn(want[key])):
					t.Errorf("%s: %s has the placeholders of %q, but those of German are in %q", twin, key, text, want[key])
				}
			}
			for key := range got {
				if _, has := want[key]; !has {
					t.Errorf("%s has %s, which German lacks", twin, key)
				}
			}
		}
	}
}

// Nobody would like a line that begins with a question mark.
func TestFrenchPutsNoLineBreakBeforeItsMarks(t *testing.T) {
	for _, german := range filesOfWords(t) {
		french := strings.TrimSuffix(german, "de.go") + "fr.go"
		if _, err := os.Stat(french); err != nil {
			continue
		}
		for key, text := range textsIn(t, french) {
			if regexp.MustCompile(` [?!:;»]|« `).MatchString(text) {
				t.Errorf("%s: %s breaks before a mark: %q", french, key, text)
			}
		}
	}
}

func filesOfWords(t *testing.T) []string {
	var files []string
	for _, root := range []string{"..", "../../graph"} {
		err := filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
			if strings.HasSuffix(path, "words_de.go") {
				files = append(files, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// catalogOf returns the code of the catalog to which a file of words in German belongs: its type and its languages.
func catalogOf(t *testing.T, german string) *ast.File {
	file, err := parser.ParseFile(token.NewFileSet(), strings.TrimSuffix(german, "_de.go")+".go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func isForCustomers(t *testing.T, german string) bool {
	found := false
	ast.Inspect(catalogOf(t, german), func(node ast.Node) bool {
		name, is := node.(*ast.Ident)
		found = found || is && name.Name == "ForCustomers"
		return true
	})
	return found
}

// A field that a literal leaves out would be empty.
func TestTheWordsInGermanAreComplete(t *testing.T) {
	for _, german := range filesOfWords(t) {
		fields := map[string][]string{}
		ast.Inspect(catalogOf(t, german), func(node ast.Node) bool {
			if declared, is := node.(*ast.TypeSpec); is {
				for _, field := range declared.Type.(*ast.StructType).Fields.List {
					for _, name := range field.Names {
						fields[declared.Name.Name] = append(fields[declared.Name.Name], name.Name)
					}
				}
			}
			return true
		})
		file, err := parser.ParseFile(token.NewFileSet(), german, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if literal, is := node.(*ast.CompositeLit); is {
				if typed, is := literal.Type.(*ast.Ident); is && len(literal.Elts) > 0 {
					given := map[string]bool{}
					for _, element := range literal.Elts {
						if pair, is := element.(*ast.KeyValueExpr); is {
							given[nameOf(pair.Key)] = true
						}
					}
					for _, field := range fields[typed.Name] {
						if len(given) > 0 && !given[field] {
							t.Errorf("%s lacks %s.%s", german, typed.Name, field)
						}
					}
				}
			}
			return true
		})
	}
}

// textsIn returns the texts in the literals of a file by their paths, such as kinds.mail.KindMOVED.heading.
func textsIn(t *testing.T, path string) map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Error(err)
		return nil
	}
	texts := map[string]string{}
	for _, declaration := range file.Decls {
		if general, is := declaration.(*ast.GenDecl); is && general.Tok == token.VAR {
			for _, spec := range general.Specs {
				for _, value := range spec.(*ast.ValueSpec).Values {
					collect(texts, value.(*ast.CompositeLit), "")
				}
			}
		}
	}
	return texts
}

func collect(texts map[string]string, literal *ast.CompositeLit, path string) {
	for i, element := range literal.Elts {
		key, value := strconv.Itoa(i), element
		if pair, is := element.(*ast.KeyValueExpr); is {
			key, value = nameOf(pair.Key), pair.Value
		}
		if inner, is := value.(*ast.CompositeLit); is {
			collect(texts, inner, path+key+".")
		} else {
			texts[path+key] = textOf(value)
		}
	}
}

func nameOf(key ast.Expr) string {
	switch key := key.(type) {
	case *ast.Ident:
		return key.Name
	case *ast.SelectorExpr:
		return nameOf(key.X) + "." + key.Sel.Name
	case *ast.BasicLit:
		return key.Value
	}
	return ""
}

// textOf returns the text of a literal or of a sum of them.
func textOf(value ast.Expr) string {
	switch value := value.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(value.Value)
		return text
	case *ast.BinaryExpr:
		return textOf(value.X) + textOf(value.Y)
	}
	return ""
}

// placeholdersIn returns the placeholders of a text, sorted: {max}, and %s with its number among them.
func placeholdersIn(text string) []string {
	found := map[string]bool{}
	next := 1
	for _, match := range regexp.MustCompile(`\{\w+\}|%(?:\[(\d)\])?([a-z])`).FindAllStringSubmatch(text, -1) {
		switch {
		case match[2] == "":
			found[match[0]] = true
			continue
		case match[1] != "":
			next, _ = strconv.Atoi(match[1])
		}
		found["%["+strconv.Itoa(next)+"]"+match[2]] = true
		next++
	}
	return slices.Sorted(maps.Keys(found))
}
