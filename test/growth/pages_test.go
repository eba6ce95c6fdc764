package growth_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// pageSources returns the sources of the admin and of the widget, by path.
var pageSources = sync.OnceValue(func() map[string]string {
	sources := map[string]string{}
	for _, folder := range []string{"../../frontend/admin", "../../frontend/widget"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			isSource := strings.HasSuffix(path, ".ts") || strings.HasSuffix(path, ".tsx")
			if err != nil || entry.IsDir() || !isSource || strings.Contains(path, ".test.") {
				return err
			}
			content, err := os.ReadFile(path)
			sources[path] = string(content)
			return err
		})
		if err != nil {
			panic(err) // the tests run in a checkout
		}
	}
	return sources
})
