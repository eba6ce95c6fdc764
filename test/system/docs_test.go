package system

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheDocsNameFilesThatExist looks up every path of the repository that the README and the docs mention.
func TestTheDocsNameFilesThatExist(t *testing.T) {
	t.Parallel()
	const root = "../.."
	documents, err := filepath.Glob(root + "/docs/*.md")
	if err != nil || len(documents) == 0 {
		t.Fatal("there are no docs: ", err)
	}
	path := regexp.MustCompile("`((?:deploy|docs|ent|frontend|graph|internal|scripts|test)/[A-Za-z0-9_./-]+)`")
	found := 0
	for _, document := range append(documents, root+"/README.md") {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range path.FindAllStringSubmatch(string(text), -1) {
			if found++; strings.Contains(match[1], "NAME") || strings.Contains(match[1], "VERSION") {
				continue // a placeholder
			}
			if _, err := os.Stat(filepath.Join(root, match[1])); err != nil {
				t.Errorf("%s names %s", filepath.Base(document), match[1])
			}
		}
	}
	if found == 0 {
		t.Error("the docs name no file: the test reads them wrongly")
	}
}
